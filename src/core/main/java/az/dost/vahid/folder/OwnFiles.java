package az.dost.vahid.folder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Files and folders of the gateway's own that nobody else may read: 0600 and 0700, where a file system knows
 * permissions.
 */
public final class OwnFiles {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE,
            PosixFilePermission.GROUP_WRITE);

    /** The folder, made if it is not there, with those above it; one that was there becomes nobody else's. */
    public static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder, permissions(folder, FOLDER));
        if (posix(folder) && !Files.getPosixFilePermissions(folder).equals(FOLDER)) {
            Files.setPosixFilePermissions(folder, FOLDER);
        }
        return folder;
    }

    /** A file to be written: a new one, or one of ours that is written anew. */
    public static FileChannel write(Path file) throws IOException {
        try {
            return FileChannel.open(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), permissions(file, FILE));
        } catch (FileAlreadyExistsException e) {
            if (posix(file)) {
                Files.setPosixFilePermissions(file, FILE);
            }
            return FileChannel.open(file, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        }
    }

    /** The same for a stream. */
    public static OutputStream stream(Path file) throws IOException {
        return Channels.newOutputStream(write(file));
    }

    /**
     * Whether anybody may read or change it who is neither its owner nor, for reading, of its group; false where nobody
     * can tell.
     */
    public static boolean open(Path file) {
        try {
            return posix(file) && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
        } catch (IOException e) {
            return false;
        }
    }

    /** Takes away the files of a folder that have not changed since; none when the folder is not there. */
    public static void tidy(Path folder, Instant before) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
                for (Path file : files) {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }

    private static FileAttribute<?>[] permissions(Path file, Set<PosixFilePermission> permissions) {
        return posix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private OwnFiles() {}
}

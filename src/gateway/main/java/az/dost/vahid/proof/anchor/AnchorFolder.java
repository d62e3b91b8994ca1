package az.dost.vahid.proof.anchor;

import az.dost.vahid.proof.record.AnchorName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Anchors as files of one folder, which may be one that only takes new files and longer ones (chattr +a). */
final class AnchorFolder implements AnchorStore {
    /** Far longer than a root is. */
    private static final int LONGEST = 1 << 16;

    private final Path folder;

    AnchorFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public String keep(long number, String jws) throws IOException {
        if (!Files.exists(folder)) {
            // Only the folder itself: above one that is not mounted, nothing is made.
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Path file = folder.resolve(AnchorName.of(number));
        byte[] text = jws.getBytes(StandardCharsets.US_ASCII);
        try (FileChannel made = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            write(made, text, 0);
        } catch (FileAlreadyExistsException e) {
            finish(file, jws, text);
        }
        return find(number).orElseThrow(() -> new IOException("The anchor of root " + number + " cannot be read"));
    }

    /** A gateway that was killed, or had no room, may have left the beginning of it. */
    private void finish(Path file, String jws, byte[] text) throws IOException {
        String there = read(file);
        if (there.length() < jws.length() && jws.startsWith(there)) {
            try (FileChannel rest = FileChannel.open(file, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS)) {
                write(rest, text, there.length());
            }
        }
    }

    private void write(FileChannel file, byte[] text, int from) throws IOException {
        for (ByteBuffer rest = ByteBuffer.wrap(text, from, text.length - from); rest.hasRemaining(); ) {
            file.write(rest);
        }
        file.force(true);
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** An empty folder is a new one; a place that is not there at all is not known. */
    private boolean exists() throws IOException {
        if (Files.exists(folder)) {
            return true;
        }
        Path above = folder.toAbsolutePath().getParent();
        if (above == null || !Files.isDirectory(above)) {
            throw new NoSuchFileException(folder.toString());
        }
        return false;
    }

    @Override
    public Optional<String> find(long number) throws IOException {
        exists();
        Path file = folder.resolve(AnchorName.of(number));
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? Optional.of(read(file)) : Optional.empty();
    }

    private static String read(Path file) throws IOException {
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.US_ASCII).strip();
        }
    }

    @Override
    public long newest() throws IOException {
        if (!exists()) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> AnchorName.number(file.getFileName().toString()))
                    .max()
                    .orElse(0);
        }
    }
}

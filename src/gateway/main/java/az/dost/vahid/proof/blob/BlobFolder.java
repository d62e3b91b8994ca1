package az.dost.vahid.proof.blob;

import az.dost.vahid.folder.OwnFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A folder that all gateways share. A blob is written under another name, and has its own once it is whole and on the
 * disk.
 */
final class BlobFolder implements BlobStore {
    private static final String MARK = "vahid-blobs";
    private static final String PARTS = ".parts";
    private static final int LONGEST_MARK = 100;
    private final Path root;
    private final long leastFree;

    /** @param leastFree bytes that the disk should have left */
    BlobFolder(Path root, long leastFree) {
        this.root = root;
        this.leastFree = leastFree;
    }

    @Override
    public String put(Writing writing) throws IOException {
        Path part = part();
        try {
            String name;
            try (FileChannel file = OwnFiles.write(part)) {
                name = writing.to(Channels.newOutputStream(file));
                file.force(true);
            }
            Path target = root.resolve(name);
            OwnFiles.folder(target.getParent());
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            for (Path folder = target.getParent(); folder.startsWith(root); folder = folder.getParent()) {
                force(folder);
            }
            return name;
        } catch (IOException | RuntimeException e) {
            discard(part, e);
            throw e;
        }
    }

    private Path part() throws IOException {
        return OwnFiles.folder(root.resolve(PARTS)).resolve(UUID.randomUUID().toString());
    }

    /** The names in a folder are on the disk too. */
    private static void force(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private static void discard(Path part, Exception cause) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(root.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(root.resolve(name));
    }

    @Override
    public List<String> folders() throws IOException {
        List<String> folders = new ArrayList<>();
        for (Path dataClass : below(root)) {
            below(dataClass).forEach(day -> folders.add(dataClass.getFileName() + "/" + day.getFileName()));
        }
        return folders;
    }

    private static List<Path> below(Path folder) throws IOException {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> all =
                Files.newDirectoryStream(folder, each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))) {
            all.forEach(folders::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        folders.removeIf(each -> each.getFileName().toString().startsWith("."));
        return folders;
    }

    @Override
    public void list(String folder, Consumer<Stored> each) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(root.resolve(folder))) {
            for (Path file : files) {
                changed(file).ifPresent(time -> each.accept(new Stored(folder + "/" + file.getFileName(), time)));
            }
        } catch (NoSuchFileException e) {
            // Another gateway took the folder away.
            return;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Empty when another gateway took it away meanwhile. */
    private static Optional<Instant> changed(Path file) throws IOException {
        try {
            return Optional.of(
                    Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> mark() throws IOException {
        try (InputStream in = Files.newInputStream(root.resolve(MARK), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(new String(in.readNBytes(LONGEST_MARK), StandardCharsets.US_ASCII).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void mark(String owner) throws IOException {
        if (!Files.exists(root)) {
            // Only the folder itself: above one that is not mounted, nothing is made.
            Files.createDirectory(root);
            OwnFiles.folder(root);
        }
        Path part = part();
        try (FileChannel file = OwnFiles.write(part)) {
            file.write(StandardCharsets.US_ASCII.encode(owner));
            file.force(true);
        }
        Files.move(part, root.resolve(MARK), StandardCopyOption.ATOMIC_MOVE);
        force(root);
    }

    @Override
    public void probe(boolean failed) throws IOException {
        Path part = part();
        try (FileChannel file = OwnFiles.write(part)) {
            file.write(StandardCharsets.US_ASCII.encode("A blob could be written.\n"));
            file.force(true);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public boolean room() throws IOException {
        return Files.getFileStore(root).getUsableSpace() >= leastFree;
    }

    @Override
    public void tidy(Instant before) throws IOException {
        OwnFiles.tidy(root.resolve(PARTS), before);
        for (String folder : folders()) {
            Path day = root.resolve(folder);
            if (Files.getLastModifiedTime(day).toInstant().isBefore(before)) {
                empty(day);
            }
        }
    }

    private static void empty(Path day) throws IOException {
        try {
            Files.deleteIfExists(day);
        } catch (DirectoryNotEmptyException e) {
            // It has blobs.
            return;
        }
    }

    @Override
    public String place() {
        return root.toString();
    }
}

package az.dost.vahid.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * A connector's folder that appears whole or not at all. It is written within a folder beside the place where it is to
 * stand, two levels deep, where neither a check nor a gateway looks, and moved to its place at once. Until
 * {@link #keep} whatever ends the command takes it away again; after a kill the next command does.
 */
final class NewFolder implements AutoCloseable {
    private static final String PREFIX = ".new-";
    private static final String LOCK = "lock";
    private static final Duration UNLOCKED_FOR = Duration.ofMinutes(1);
    private final Path target;
    private final Path work;
    private final FileChannel lock;
    private final Deque<Path> made;
    private final Thread end = new Thread(this::takeAway, "new-folder-end");
    private boolean standing;
    private boolean kept;

    private NewFolder(Path target, Path work, FileChannel lock, Deque<Path> made) {
        this.target = target;
        this.work = work;
        this.lock = lock;
        this.made = made;
    }

    /** @throws IOException when the place cannot be written to */
    static NewFolder of(Path target) throws IOException {
        Path parent = target.toAbsolutePath().getParent();
        Deque<Path> made = new ArrayDeque<>();
        for (Path folder = parent; folder != null && !Files.exists(folder); folder = folder.getParent()) {
            made.addLast(folder);
        }
        Files.createDirectories(parent);
        sweep(parent);
        Path work = Files.createTempDirectory(parent, PREFIX);
        FileChannel lock =
                FileChannel.open(work.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        NewFolder folder = new NewFolder(target.toAbsolutePath(), work, lock, made);
        Runtime.getRuntime().addShutdownHook(folder.end);
        return folder;
    }

    /** Where to write it; it is not there yet. */
    Path draft() {
        return work.resolve(target.getFileName().toString());
    }

    /** Puts it where it belongs. @throws FileAlreadyExistsException when something is there */
    void stand() throws IOException {
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Files.move(draft(), target, StandardCopyOption.ATOMIC_MOVE);
        standing = true;
    }

    /** All is done: nothing takes it away any more. */
    void keep() {
        kept = true;
    }

    @Override
    public void close() {
        takeAway();
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException e) {
            // The process ends already.
        }
    }

    private synchronized void takeAway() {
        try {
            if (standing && !kept && Files.exists(target)) {
                Files.move(target, draft(), StandardCopyOption.ATOMIC_MOVE);
            }
            lock.close();
            FileSystemUtils.deleteRecursively(work);
            for (Path folder = made.peekFirst(); folder != null && !kept && empty(folder); folder = made.peekFirst()) {
                Files.deleteIfExists(made.removeFirst());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean empty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    /** What a command that was killed has left: its process held the lock. */
    private static void sweep(Path parent) throws IOException {
        List<Path> left;
        try (var files = Files.list(parent)) {
            left = files.filter(file -> file.getFileName().toString().startsWith(PREFIX) && Files.isDirectory(file))
                    .toList();
        }
        for (Path work : left) {
            if (abandoned(work)) {
                FileSystemUtils.deleteRecursively(work);
            }
        }
    }

    private static boolean abandoned(Path work) {
        try (FileChannel lock = FileChannel.open(work.resolve(LOCK), StandardOpenOption.WRITE)) {
            return lock.tryLock() != null;
        } catch (NoSuchFileException e) {
            // Killed, or just about to lock it.
            return work.toFile().lastModified()
                    < Instant.now().minus(UNLOCKED_FOR).toEpochMilli();
        } catch (IOException | java.nio.channels.OverlappingFileLockException e) {
            return false;
        }
    }
}

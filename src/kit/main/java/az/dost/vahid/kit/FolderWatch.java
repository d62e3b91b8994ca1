package az.dost.vahid.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Waits for changes of files in a folder and in those below it, also in ones that come later. */
final class FolderWatch implements AutoCloseable {
    private static final long QUIET_MS = 200;
    private static final long LONGEST_MS = 2_000;
    private static final int MOST_FOLDERS = 10_000;
    private static final int DEEPEST = 10;
    private final Path root;
    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();

    /** @throws IOException when the folder cannot be watched */
    FolderWatch(Path root) throws IOException {
        this.root = root;
        this.service = FileSystems.getDefault().newWatchService();
        try {
            register(root);
        } catch (IOException e) {
            service.close();
            throw e;
        }
    }

    private void register(Path below) throws IOException {
        try (Stream<Path> found = Files.walk(below, DEEPEST)) {
            for (Path folder :
                    found.filter(Files::isDirectory).limit(MOST_FOLDERS).toList()) {
                folders.put(
                        folder.register(
                                service,
                                StandardWatchEventKinds.ENTRY_CREATE,
                                StandardWatchEventKinds.ENTRY_MODIFY,
                                StandardWatchEventKinds.ENTRY_DELETE),
                        folder);
            }
        } catch (UncheckedIOException | NoSuchFileException e) {
            // It has gone again; that is a change of the folder around it.
            if (!Files.isDirectory(root)) {
                throw new NoSuchFileException(root.toString());
            }
        }
    }

    /**
     * Returns once something has changed and then nothing for a moment, or changes do not end.
     *
     * @throws IOException when the folder has gone
     */
    void await() throws IOException, InterruptedException {
        boolean changed = false;
        while (!changed) {
            WatchKey key = service.take();
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_MS);
            while (key != null) {
                changed |= changed(key);
                key = System.nanoTime() < end ? service.poll(QUIET_MS, TimeUnit.MILLISECONDS) : null;
            }
        }
    }

    private boolean changed(WatchKey key) throws IOException {
        boolean changed = false;
        Path folder = folders.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
            if (!(event.context() instanceof Path name)) {
                // More has happened than is told.
                changed = true;
                register(root);
            } else if (!name.toString().matches("\\..*|.*~|.*\\.sw[a-z]|.*\\.tmp")) {
                changed = true;
                if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE
                        && Files.isDirectory(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                    register(folder.resolve(name));
                }
            }
        }
        if (!key.reset()) {
            folders.remove(key);
            if (folder.equals(root)) {
                throw new NoSuchFileException(root.toString());
            }
        }
        return changed;
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}

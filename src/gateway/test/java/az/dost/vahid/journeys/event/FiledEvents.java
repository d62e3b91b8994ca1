package az.dost.vahid.journeys.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder of a subscriber that takes its events as files. */
public final class FiledEvents {
    private FiledEvents() {}

    /**
     * Those that are there whole, by their names' order; none where there is no folder yet. One that is being written
     * has a name that begins with a dot.
     */
    public static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jws")
                            && !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

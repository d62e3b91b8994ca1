package az.dost.vahid.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout's files, of all modules but the bench. Tests run in its root. */
public final class Checkout {
    private static final Path MODULES = Path.of("src");

    /** The folders of modules that have it, such as {@code main/java}. */
    public static List<Path> folders(String below) {
        try (Stream<Path> modules = Files.list(MODULES)) {
            return modules.filter(module -> !module.endsWith("bench"))
                    .map(module -> module.resolve(below))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files below {@link #folders} whose names end so, in the order of their paths. */
    public static List<Path> files(String below, String end) {
        return folders(below).stream()
                .flatMap(folder -> files(folder).stream())
                .filter(file -> file.toString().endsWith(end))
                .toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Checkout() {}
}

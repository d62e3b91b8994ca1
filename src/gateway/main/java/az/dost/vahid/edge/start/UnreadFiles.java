package az.dost.vahid.edge.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Files of settings beside the jar that nobody reads: Spring Boot looks in the folder that the gateway was started in.
 * Whoever put one there believes that it holds.
 */
final class UnreadFiles {
    private static final List<String> NAMES = List.of(
            "application.yaml",
            "application.yml",
            "application.properties",
            "config/application.yaml",
            "config/application.yml",
            "config/application.properties",
            "vahid.yaml",
            "vahid.yml");

    /** The folder of the jar; null where the program is not one. */
    static Path home() {
        ApplicationHome home = new ApplicationHome(UnreadFiles.class);
        return home.getSource() != null && home.getSource().isFile()
                ? home.getSource().toPath().toAbsolutePath().getParent()
                : null;
    }

    /** @param folder that the jar is in; null for none */
    static void check(SettingsReader settings, ConfigurableEnvironment environment, Path folder) {
        if (folder == null) {
            return;
        }
        List<Path> read = SetByPeople.files(environment);
        NAMES.stream()
                .map(folder::resolve)
                .filter(file -> Files.isRegularFile(file)
                        && !read.contains(file.toAbsolutePath().normalize())
                        && saysSomething(file))
                .forEach(file -> settings.add(MissingSetting.wrong(
                        "spring.config.additional-location",
                        "does not name " + file
                                + ", which lies beside the jar and was not read. Name it or move it away",
                        "file:" + file)));
    }

    private static boolean saysSomething(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.anyMatch(line -> !line.isBlank() && !line.strip().startsWith("#"));
        } catch (IOException | UncheckedIOException e) {
            return true;
        }
    }

    private UnreadFiles() {}
}

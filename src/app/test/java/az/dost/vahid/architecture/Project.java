package az.dost.vahid.architecture;

import az.dost.vahid.Vahid;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the architecture is made of: the compiled classes of src/main/java, and the files. */
final class Project {
    static final Path MAIN = Path.of("src/main/java");
    /** Apart: to read them takes many seconds, and most who ask for files want none. */
    private static final class Compiled {
        static final JavaClasses ALL =
                new ClassFileImporter().withImportOption(Project::fromMain).importPackagesOf(Vahid.class);
    }

    /** Compiled from src/main/java, found by their sources: tests may lie in the same folder. */
    static JavaClasses classes() {
        return Compiled.ALL;
    }

    private static boolean fromMain(Location location) {
        String path = location.asURI().getPath().replaceFirst("[$][^/]*[.]class$", ".class");
        String source = path.substring(path.indexOf("/az/dost/vahid/") + 1).replaceFirst("[.]class$", ".java");
        return Files.exists(MAIN.resolve(source));
    }

    /** Files below a folder whose names end so. */
    static List<Path> files(String folder, String end) {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(end))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids of the agencies: the names of the connectors' folders. */
    static Set<String> agencies() {
        return files("connectors", "connector.yaml").stream()
                .map(file -> file.getParent().getFileName().toString())
                .collect(Collectors.toSet());
    }

    private Project() {}
}

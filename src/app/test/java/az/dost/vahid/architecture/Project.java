package az.dost.vahid.architecture;

import az.dost.vahid.Vahid;
import az.dost.vahid.project.Checkout;
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

/** What the architecture is made of: the compiled classes of all modules, and the files. */
final class Project {
    /** Apart: to read them takes many seconds, and most who ask for files want none. */
    private static final class Compiled {
        static final JavaClasses ALL =
                new ClassFileImporter().withImportOption(Project::fromMain).importPackagesOf(Vahid.class);
    }

    /** Compiled from the modules' main/java. */
    static JavaClasses classes() {
        return Compiled.ALL;
    }

    private static boolean fromMain(Location location) {
        return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }

    /** Sources of the modules. */
    static List<Path> sources() {
        return Checkout.files("main/java", ".java");
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

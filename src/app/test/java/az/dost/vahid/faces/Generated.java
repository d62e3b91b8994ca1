package az.dost.vahid.faces;

import az.dost.vahid.process.ChildProcess;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Clients that openapi-generator makes: its jar, and what their code needs. */
final class Generated {
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");
    /** Put there by the build. */
    static final Path GENERATOR =
            Path.of("target/openapi-generator/openapi-generator-cli.jar").toAbsolutePath();
    /** For a page's shell. */
    static final String SHELL = "PATH='" + JAVA + "':\"$PATH\"\nOPENAPI_GENERATOR='" + GENERATOR + "'";

    private static final Pattern NEEDED =
            Pattern.compile("(jackson-(annotations|core|databind|datatype-jsr310)|jakarta[.]annotation-api)-.*[.]jar");

    /** Nothing of Vahid's. */
    static String classPath() {
        return Arrays.stream(ChildProcess.classPath().split(File.pathSeparator))
                .filter(entry ->
                        NEEDED.matcher(Path.of(entry).getFileName().toString()).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Generated() {}
}

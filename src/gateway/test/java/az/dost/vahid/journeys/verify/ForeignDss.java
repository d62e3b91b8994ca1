package az.dost.vahid.journeys.verify;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.process.ChildProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** DSS as a process of its own, {@code src/gateway/test/dss}, with its own libraries and none of ours. */
final class ForeignDss {
    /** @return what it says, a line for each signature that it was to validate */
    static String run(Path folder, List<String> commands) throws IOException, InterruptedException {
        Path libraries = Path.of("target/dss-validation").toAbsolutePath();
        assertThat(libraries).as("made by mvn process-test-resources").isDirectory();
        String shared = Arrays.stream(ChildProcess.classPath().split(File.pathSeparator))
                .filter(jar -> jar.matches(".*(bcprov|bcpkix|bcutil|slf4j-api)-[^/\\\\]*\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
        String own = libraries + "/*" + File.pathSeparator
                + Path.of("src/core/target/classes/dss-lib").toAbsolutePath() + "/*" + File.pathSeparator + shared;
        Path input = Files.writeString(folder.resolve("commands"), String.join("\n", commands) + "\n");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        own,
                        Path.of("src/gateway/test/dss/ForeignValidator.java")
                                .toAbsolutePath()
                                .toString())
                .redirectInput(input.toFile())
                .redirectOutput(folder.resolve("said").toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("errors")))
                .isZero();
        return Files.readString(folder.resolve("said"));
    }

    private ForeignDss() {}
}

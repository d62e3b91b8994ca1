package az.dost.vahid.faces;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A verifier that is not ours; a test that needs one which is not installed is skipped and says so. */
public final class OutsideTool {
    private static final int LONGEST_SECONDS = 120;
    private final String name;
    private final Path folder;

    /** @param folder for the files that it reads */
    public OutsideTool(String name, Path folder) {
        this.name = name;
        this.folder = folder;
        boolean there = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
        Assumptions.assumeTrue(
                there, "SKIPPED, not passed: " + name + " is not installed (apt-get install " + name + ")");
    }

    public OutsideTool file(String file, byte[] content) throws IOException {
        Files.write(folder.resolve(file), content);
        return this;
    }

    /** Whether it ends with success. */
    public boolean accepts(String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(name), Stream.of(arguments)).toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(name + " does not end");
        }
        return process.exitValue() == 0;
    }

    public String output() throws IOException {
        return Files.readString(folder.resolve("output"), StandardCharsets.UTF_8);
    }
}

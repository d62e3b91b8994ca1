package az.dost.vahid.faces;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A program that is not ours. A test that needs one which is not there is skipped and says so; with
 * {@code -Dvahid.skips=forbidden}, as {@code .ci/run} has it, it fails and says the same.
 */
public final class OutsideTool {
    private static final int LONGEST_SECONDS = 120;
    /** System property; {@code forbidden} where everything that tests need must be there. */
    private static final String SKIPS = "vahid.skips";

    private final String name;
    private final Path folder;

    /** @param folder for the files that it reads */
    public OutsideTool(String name, Path folder) {
        this.name = name;
        this.folder = folder;
        boolean there = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
        needed(there, name + " is not installed (apt-get install " + name + ")");
    }

    /**
     * Ends a test that needs something from outside which is not there. Only for what can be installed: a test that
     * needs another operating system, or what a licence keeps out of the tree, has an assumption of its own.
     *
     * @param there whether it is there
     * @param want what is not there, and how one gets it
     */
    public static void needed(boolean there, String want) {
        if (!there && "forbidden".equals(System.getProperty(SKIPS))) {
            throw new AssertionError(want + ", and no skip is allowed (-D" + SKIPS + "=forbidden)");
        }
        Assumptions.assumeTrue(there, "SKIPPED, not passed: " + want);
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

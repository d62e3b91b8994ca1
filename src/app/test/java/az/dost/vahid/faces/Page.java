package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.demo.Demonstration;
import az.dost.vahid.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page of commands, done in one shell against the running system, as its readers do them. */
final class Page {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)(?: title=(\\S+))?\\n(.*?)^```$");
    private static final String NEXT = "--- next block ---";
    /** Blocks that show a part of a file, and are no output. */
    private static final Set<String> EXCERPTS = Set.of("java", "ts");

    private final List<List<String>> expected = new ArrayList<>();
    private final Path folder;
    private final StringBuilder script = new StringBuilder(
            "set -e -o pipefail\nvahid() { '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -cp '"
                    + ChildProcess.classPath() + "' " + Demonstration.class.getName() + " \"$@\"; }\n");

    /** @param folder in which the commands run */
    Page(Path page, Path folder) throws IOException {
        this.folder = folder;
        for (MatchResult block : BLOCK.matcher(Files.readString(page)).results().toList()) {
            if (block.group(2) != null) {
                Files.writeString(folder.resolve(block.group(2)), block.group(3));
            } else if (block.group(1).equals("sh")) {
                add(block.group(3));
            } else if (!expected.isEmpty() && !EXCERPTS.contains(block.group(1))) {
                expected.get(expected.size() - 1).addAll(block.group(3).lines().toList());
            }
        }
    }

    private void add(String commands) {
        if (!commands.startsWith("mvn ")) {
            script.append("echo '")
                    .append(NEXT)
                    .append("'\n")
                    .append(commands.replace("java -jar target/vahid.jar", "vahid")
                            .replace("localhost:8080", Gateway.address("").getAuthority()));
            expected.add(new ArrayList<>());
        }
    }

    Page with(String text, String otherwise) {
        int at = script.indexOf(text);
        assertThat(at).as(text).isNotNegative();
        for (; at >= 0; at = script.indexOf(text, at + otherwise.length())) {
            script.replace(at, at + text.length(), otherwise);
        }
        return this;
    }

    /** Has a function of the shell stand for a command. */
    Page function(String definition) {
        script.insert(0, definition + "\n");
        return this;
    }

    /**
     * What each block of commands said; each line that the page shows below one must be in it. @throws AssertionError
     * when a command fails
     */
    List<String> outputs() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("page.sh"), script);
        List<String> outputs = Arrays.stream(run().split(NEXT + "\\R")).skip(1).toList();
        assertThat(outputs).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            String output = outputs.get(i);
            expected.get(i).forEach(line -> assertThat(output).contains(line));
        }
        return outputs;
    }

    private String run() throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process bash = new ProcessBuilder("bash", "page.sh")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!bash.waitFor(3, TimeUnit.MINUTES)) {
            bash.destroyForcibly();
            throw new AssertionError("The page's commands do not end: " + Files.readString(output));
        }
        assertThat(bash.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }
}

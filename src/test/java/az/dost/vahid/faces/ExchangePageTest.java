package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.Vahid;
import az.dost.vahid.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what {@code src/docs/exchange.md} says in one shell, with curl and openssl, against the running system. */
class ExchangePageTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)(?: title=(\\S+))?\\n(.*?)^```$");
    private static final String NEXT = "--- next block ---";
    @TempDir
    private Path folder;

    @Test
    void every_block_of_the_page_does_what_it_says() throws IOException, InterruptedException {
        new OutsideTool("curl", folder);
        new OutsideTool("openssl", folder);
        StringBuilder script = new StringBuilder("set -e\nvahid() { '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -cp '"
                + ChildProcess.classPath() + "' " + Vahid.class.getName() + " \"$@\"; }\n");
        List<List<String>> expected = new ArrayList<>();
        for (MatchResult block : BLOCK.matcher(Files.readString(Path.of("src/docs/exchange.md"))).results().toList()) {
            if (block.group(2) != null) {
                Files.writeString(folder.resolve(block.group(2)), block.group(3));
            } else if (block.group(1).equals("sh")) {
                script.append("echo '").append(NEXT).append("'\n").append(block.group(3).replace("java -jar target/vahid.jar", "vahid")
                        .replace("localhost:8080", Gateway.address("").getAuthority()));
                expected.add(new ArrayList<>());
            } else {
                expected.get(expected.size() - 1).addAll(block.group(3).lines().toList());
            }
        }
        Files.writeString(folder.resolve("page.sh"), script);
        String[] outputs = run().split(NEXT + "\\R");
        assertThat(expected).hasSizeGreaterThan(4);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(outputs[i + 1]).contains(expected.get(i));
        }
    }

    private String run() throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process bash = new ProcessBuilder("bash", "page.sh").directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        if (!bash.waitFor(3, TimeUnit.MINUTES)) {
            bash.destroyForcibly();
            throw new AssertionError("The page's commands do not end");
        }
        assertThat(bash.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }
}

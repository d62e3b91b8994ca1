package az.dost.vahid.app;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.process.FreePort;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what {@code src/docs/tutorial.md} says, block by block. */
class TutorialTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^( *)```(\\w+)(?: title=(\\S+))?\\n(.*?)^ *```$");
    /** Of a command; in quotes it may have spaces. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

    private static final String COMMAND = "java -jar vahid-demo.jar ";

    @TempDir
    private Path folder;

    private final StringBuilder printed = new StringBuilder();
    private final List<Thread> running = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        for (Thread command : running) {
            command.interrupt();
            command.join(Duration.ofSeconds(30).toMillis());
        }
    }

    @Test
    void every_block_of_the_tutorial_does_what_it_says() throws IOException {
        ports.addAll(List.of(FreePort.next(), FreePort.next()));
        int blocks = 0;
        for (MatchResult block : BLOCK.matcher(Files.readString(Path.of("src/docs/tutorial.md")))
                .results()
                .toList()) {
            String text = block.group(4).replaceAll("(?m)^" + block.group(1), "");
            blocks++;
            if (block.group(3) != null) {
                Path file = folder.resolve(block.group(3));
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            } else if (block.group(2).equals("sh")) {
                printed.setLength(0);
                text.lines().forEach(this::run);
            } else {
                text.lines().forEach(line -> assertThat(printed.toString()).contains(line));
            }
        }
        assertThat(blocks).isGreaterThan(15);
    }

    private void run(String line) {
        assertThat(line).startsWith(COMMAND);
        Matcher exits = Pattern.compile("# exits with (\\d)$").matcher(line);
        int expected = exits.find() ? Integer.parseInt(exits.group(1)) : 0;
        String command = line.substring(COMMAND.length())
                .replaceFirst(" #.*$", "")
                .replaceFirst(" &$", "")
                .replaceFirst("(?<=localhost:|--port )9200\\b", ports.get(0).toString())
                .replaceFirst("(?<=localhost:|--port )9201\\b", ports.get(1).toString());
        List<String> arguments = new ArrayList<>();
        for (MatchResult word : WORD.matcher(command).results().toList()) {
            String argument = word.group(1) == null ? word.group() : word.group(1);
            arguments.add(
                    argument.startsWith("desk/") ? folder.resolve(argument).toString() : argument);
        }
        if (line.endsWith(" &")) {
            StringWriter out = new StringWriter();
            Thread background = new Thread(() -> execute(arguments, out));
            background.setDaemon(true);
            background.start();
            running.add(background);
            Awaitility.await("the mock")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> out.toString().contains("Playing"));
            return;
        }
        StringWriter out = new StringWriter();
        int code = execute(arguments, out);
        assertThat(code).as("%s%n%s", line, out).isEqualTo(expected);
        printed.append(out);
    }

    private static int execute(List<String> arguments, StringWriter out) {
        return CommandLineEntry.commandLine(settings -> 1)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(arguments.toArray(String[]::new));
    }
}

package az.dost.vahid.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The commands of ours that operators' pages show are commands, and those about rollouts do what they say. */
class OperationsCommandsTest {
    private static final Pattern COMMAND = Pattern.compile("(?m)java -jar (?:target/)?vahid\\.jar ((?!--).*)$");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    private Path folder;

    private static List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
    }

    /** Each with its words, without what the shell takes. */
    static Stream<List<String>> all() {
        return PageCommands.all().stream()
                .map(command -> command.text().replace("\\\n", " "))
                .flatMap(command -> COMMAND.matcher(command).results())
                .map(command -> words(command.group(1).replaceFirst("\\s(&&|>)\\s.*", "")));
    }

    static Stream<List<String>> rollouts() {
        return all().filter(words -> words.get(0).equals("connector") && words.contains("rollout"));
    }

    private static CommandLine root() {
        return CommandLineEntry.commandLine(settings -> 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void a_command_of_a_page_has_arguments_that_there_are(List<String> words) {
        CommandLine.ParseResult parsed = root().parseArgs(words.toArray(String[]::new));
        while (parsed.hasSubcommand()) {
            parsed = parsed.subcommand();
        }
        boolean settings = !parsed.commandSpec().unmatchedArgsBindings().isEmpty();
        assertThat(parsed.unmatched()).allMatch(argument -> settings && argument.matches("--[a-z.-]+=.+"));
        assertThat(words)
                .startsWith(parsed.commandSpec()
                        .qualifiedName(" ")
                        .replaceFirst("^vahid ", "")
                        .split(" "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rollouts")
    void a_rollout_is_written_as_the_page_says(List<String> words) throws IOException {
        Path file = folder.resolve("rollout.yaml");
        List<String> arguments = new ArrayList<>(words);
        arguments.set(arguments.indexOf("--file") + 1, file.toString());
        arguments.addAll(List.of("--connectors", "connectors"));
        StringWriter said = new StringWriter();
        assertThat(root().setOut(new PrintWriter(said))
                        .setErr(new PrintWriter(said))
                        .execute(arguments.toArray(String[]::new)))
                .as(said.toString())
                .isZero();
        if (words.contains("--because")) {
            assertThat(Files.readString(file)).contains(words.get(words.indexOf("--because") + 1));
        }
    }
}

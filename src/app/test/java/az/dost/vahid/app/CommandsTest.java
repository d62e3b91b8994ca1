package az.dost.vahid.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What every command keeps to, whoever writes the next one. */
class CommandsTest {
    /** Of all commands, for all of them. */
    private static final String SCRIPT = AutoComplete.bash("vahid", root());

    private static CommandLine root() {
        return CommandLineEntry.commandLine(settings -> 0);
    }

    /** All commands of ours, by their whole name. */
    static Stream<Arguments> commands() {
        List<Arguments> commands = new ArrayList<>();
        collect("vahid", root(), commands);
        return commands.stream();
    }

    private static void collect(String name, CommandLine command, List<Arguments> into) {
        if (command.getCommandSpec().userObject().getClass().getPackageName().startsWith("az.dost.vahid")) {
            into.add(Arguments.of(name, command.getCommandSpec()));
            command.getSubcommands().forEach((word, sub) -> collect(name + " " + word, sub, into));
        }
    }

    /**
     * Those that refuse what they do not know, and have something to say themselves; a server's argument may be any
     * setting.
     */
    static Stream<Arguments> speaking() {
        return commands()
                .filter(one ->
                        ((CommandSpec) one.get()[1]).unmatchedArgsBindings().isEmpty()
                                && (((CommandSpec) one.get()[1]).subcommands().isEmpty()
                                        || !((CommandSpec) one.get()[1])
                                                .options().stream()
                                                        .allMatch(
                                                                option -> option.usageHelp() || option.versionHelp())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void a_command_says_what_it_does_how_and_with_which_exit_codes(String name, CommandSpec command) {
        assertThat(String.join("", command.usageMessage().description())
                        + String.join("", command.usageMessage().header()))
                .isNotBlank();
        assertThat(command.usageMessage().exitCodeList()).containsKeys("0", "1", "2");
        assertThat(command.options())
                .allSatisfy(option -> assertThat(String.join("", option.description()))
                        .as(option.longestName())
                        .isNotBlank());
        assertThat(command.positionalParameters())
                .allSatisfy(parameter ->
                        assertThat(String.join("", parameter.description())).isNotBlank());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("speaking")
    void a_command_speaks_to_machines_too(String name, CommandSpec command) {
        assertThat(command.findOption("--json")).isNotNull();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void a_shell_completes_a_command_and_its_options(String name, CommandSpec command) {
        assertThat(SCRIPT).contains("_picocli_" + name.replace(' ', '_').replace("-", ""));
        assertThat(command.options().stream().map(OptionSpec::longestName))
                .allSatisfy(option -> assertThat(SCRIPT).contains(option));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("speaking")
    void an_unknown_option_is_a_wrong_argument_in_one_line_without_a_trace(String name, CommandSpec command) {
        StringWriter err = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(name.split(" ")).subList(1, name.split(" ").length));
        arguments.add("--no-such-option");
        int code = root().setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("\tat ", "Exception");
    }

    /** Groups show what their commands do; so does the root. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void a_command_shows_examples_that_its_own_parser_takes(String name, CommandSpec command) {
        if (name.equals("vahid")) {
            return;
        }
        List<String> examples = Stream.of(command.usageMessage().footer())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        assertThat(examples)
                .isNotEmpty()
                .anyMatch(line -> line.contains(name) || line.contains(name.substring("vahid ".length())));
        assertThat(examples).allSatisfy(line -> assertThat(line).contains("vahid"));
        for (String line : examples) {
            String said = line.replaceFirst("\\s+#.*", "")
                    .replaceFirst(".*?\\bvahid ", "")
                    .replaceFirst("[)>|<].*", "")
                    .strip();
            if (!line.startsWith("java")) {
                answering("5ZZ5ZZ5\n", () -> root().parseArgs(words(said)));
            }
        }
    }

    /** For options that ask a person: a test has nobody, and would wait for ever. */
    private static void answering(String answer, Runnable asking) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
        try {
            asking.run();
        } finally {
            System.setIn(before);
        }
    }

    private static String[] words(String line) {
        return Pattern.compile("\"([^\"]*)\"|\\S+")
                .matcher(line)
                .results()
                .map(word -> word.group(1) == null ? word.group() : word.group(1))
                .toArray(String[]::new);
    }

    /** A failure by wrong arguments, and one by what the arguments name. */
    static Stream<Arguments> failing() {
        List<String> lines = new ArrayList<>(List.of(
                "conector check",
                "connector check no-such",
                "connector new Bad_Id --from nowhere.csv",
                "connector new good --from nowhere.csv",
                "connector try notary --fin 5ZZ5ZZ5 --endpoint no-address",
                "connector rollout no-such --use OFF --because why",
                "connector diff notary --against nowhere.wsdl",
                "verify nowhere.jose --certificate nowhere.pem",
                "person --key nowhere.key",
                "completion tcsh",
                "contract try --consumer nowhere",
                "contract try --consumer src/docs/clients/consumer --contracts nowhere",
                "keys new --keys keys --name nobody --days 0"));
        speaking()
                .forEach(one -> lines.add(one.get()[0].toString().replaceFirst("^vahid ?", "") + " --no-such-option"));
        return lines.stream().map(String::strip).map(Arguments::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failing")
    void a_failure_is_told_to_people_on_the_error_output_and_to_machines_as_one_document_of_one_shape(String line)
            throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                root().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(words(line));
        assertThat(code).isIn(1, 2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().strip()).startsWith("vahid").doesNotContain("\n", "Usage:", "Exception:");
        StringWriter json = new StringWriter();
        StringWriter nothing = new StringWriter();
        int again = root().setOut(new PrintWriter(json))
                .setErr(new PrintWriter(nothing))
                .execute(words(line + " --json"));
        assertThat(again).isEqualTo(code);
        assertThat(nothing.toString()).isEmpty();
        JsonNode document = new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(json.toString());
        assertThat(document.fieldNames()).toIterable().containsExactly("failed");
        assertThat(document.path("failed").fieldNames()).toIterable().containsExactly("command", "exitCode", "message");
        assertThat(document.at("/failed/exitCode").asInt()).isEqualTo(code);
        assertThat(err.toString()).contains(document.at("/failed/message").asText());
    }

    @Test
    void the_exit_codes_of_the_tutorial_are_those_of_the_help() throws IOException {
        String tutorial = Files.readString(Path.of("src/docs/tutorial.md"));
        root().getCommandSpec()
                .usageMessage()
                .exitCodeList()
                .forEach((code, meaning) -> assertThat(tutorial).contains("| " + code + " | " + meaning + " |"));
    }

    /** Each would open a signed or a large library before the first word is printed. */
    @Test
    void describing_the_commands_loads_no_framework_and_no_signed_library() throws IOException, InterruptedException {
        Process help = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "az.dost.vahid.app.Start",
                        "connector",
                        "new",
                        "--help")
                .redirectErrorStream(true)
                .start();
        String said = new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(help.waitFor()).isZero();
        assertThat(said)
                .contains("connector new", "az.dost.vahid.kit.NewCommand")
                .doesNotContain(
                        "org.bouncycastle",
                        "org.apache.camel",
                        "org.springframework.context",
                        "org.springframework.beans",
                        "ch.qos.logback");
    }

    @Test
    void no_library_is_opened_to_look_for_groovy() {
        root();
        assertThat(System.getProperty("picocli.disable.closures")).isEqualTo("true");
    }

    @Test
    void an_escape_sequence_in_an_argument_does_not_reach_the_terminal() {
        StringWriter err = new StringWriter();
        root().setErr(new PrintWriter(err))
                .execute("connector", "check", "\u001b[2Jgone", "--connectors", "connectors");
        assertThat(err.toString()).contains("gone").doesNotContain("\u001b");
    }

    @Test
    void colours_come_only_where_they_are_asked_for() {
        StringWriter plain = new StringWriter();
        root().setErr(new PrintWriter(plain))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .execute("conector");
        assertThat(plain.toString()).doesNotContain("\u001b");
        StringWriter coloured = new StringWriter();
        root().setErr(new PrintWriter(coloured))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.ON))
                .execute("conector");
        assertThat(coloured.toString()).contains("\u001b[31m");
    }

    /** Those that need nothing but the project's own files. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "connector check --json --connectors connectors notary",
                "connector reference --json",
                "connector reference --facts --json",
                "settings --json",
                "version --json",
                "completion bash --json",
                "completion fish --json",
                "connector diff notary --against connectors/notary/contract.openapi.yaml --connectors connectors --json",
                "contract try --consumer src/docs/clients/consumer --json",
                "contract try --consumer src/docs/clients/consumer --contracts contracts --json"
            })
    void what_is_said_to_machines_is_one_json_document(String line) throws IOException {
        StringWriter out = new StringWriter();
        assertThat(root().setOut(new PrintWriter(out)).execute(line.split(" "))).isZero();
        assertThat(new ObjectMapper()
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .readTree(out.toString())
                        .isContainerNode())
                .isTrue();
    }
}

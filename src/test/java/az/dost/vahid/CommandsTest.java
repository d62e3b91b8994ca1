package az.dost.vahid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine;

/** What every command keeps to, whoever writes the next one. */
class CommandsTest {
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

    /** Those that refuse what they do not know, and have something to say themselves; a server's argument may be any setting. */
    static Stream<Arguments> speaking() {
        return commands().filter(one -> ((CommandSpec) one.get()[1]).unmatchedArgsBindings().isEmpty()
                && (((CommandSpec) one.get()[1]).subcommands().isEmpty() || !((CommandSpec) one.get()[1]).options().stream()
                .allMatch(option -> option.usageHelp() || option.versionHelp())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void a_command_says_what_it_does_how_and_with_which_exit_codes(String name, CommandSpec command) {
        assertThat(String.join("", command.usageMessage().description()) + String.join("", command.usageMessage().header())).isNotBlank();
        assertThat(command.usageMessage().exitCodeList()).containsKeys("0", "1", "2");
        assertThat(command.options()).allSatisfy(option -> assertThat(String.join("", option.description())).as(option.longestName()).isNotBlank());
        assertThat(command.positionalParameters()).allSatisfy(parameter -> assertThat(String.join("", parameter.description())).isNotBlank());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("speaking")
    void a_command_speaks_to_machines_too(String name, CommandSpec command) {
        assertThat(command.findOption("--json")).isNotNull();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void a_shell_completes_a_command_and_its_options(String name, CommandSpec command) {
        String script = AutoComplete.bash("vahid", root());
        assertThat(script).contains("_picocli_" + name.replace(' ', '_').replace("-", ""));
        assertThat(command.options().stream().map(OptionSpec::longestName)).allSatisfy(option -> assertThat(script).contains(option));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("speaking")
    void an_unknown_option_is_a_wrong_argument_in_one_line_without_a_trace(String name, CommandSpec command) {
        StringWriter err = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(name.split(" ")).subList(1, name.split(" ").length));
        arguments.add("--no-such-option");
        int code = root().setOut(new PrintWriter(new StringWriter())).setErr(new PrintWriter(err)).execute(arguments.toArray(String[]::new));
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("\tat ", "Exception");
    }

    /** Those that need nothing but the project's own files. */
    @ParameterizedTest
    @ValueSource(strings = {"connector check --json --connectors connectors notary", "connector reference --json", "connector reference --facts --json", "settings --json",
        "connector diff notary --against connectors/notary/contract.openapi.yaml --connectors connectors --json"})
    void what_is_said_to_machines_is_one_json_document(String line) throws IOException {
        StringWriter out = new StringWriter();
        assertThat(root().setOut(new PrintWriter(out)).execute(line.split(" "))).isZero();
        assertThat(new ObjectMapper().enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(out.toString()).isContainerNode()).isTrue();
    }
}

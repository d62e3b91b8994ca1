package az.dost.vahid.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandLineEntryTest {
    private final List<String> started = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = CommandLineEntry.commandLine(settings -> {
            started.add("gateway");
            started.addAll(settings);
            return 0;
        });
        return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }

    @Test
    void without_a_command_the_gateway_starts_with_every_setting_untouched() {
        assertThat(run("--server.port=8081", "--vahid.data=@here", "--debug", "--spring.main.banner-mode=\"off\""))
                .isZero();
        assertThat(started)
                .containsExactly(
                        "gateway",
                        "--server.port=8081",
                        "--vahid.data=@here",
                        "--debug",
                        "--spring.main.banner-mode=\"off\"");
    }

    @Test
    void settings_alone_need_no_parser() {
        assertThat(Start.isGateway()).isTrue();
        assertThat(Start.isGateway("--server.port=8081", "--vahid.data=@here")).isTrue();
    }

    @Test
    void all_but_settings_is_left_to_the_parser() {
        assertThat(List.of("--help", "--version=true", "--debug", "-h", "connector", "--", "--=x"))
                .noneMatch(argument -> Start.isGateway("--server.port=8081", argument));
    }

    @Test
    void an_unknown_command_is_refused_with_the_nearest_one() {
        assertThat(run("conector", "check")).isEqualTo(2);
        assertThat(err.toString()).contains("no command 'conector'; did you mean connector?");
        assertThat(started).isEmpty();
    }

    @Test
    void help_names_the_commands_and_the_settings() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("connector", "settings", "--vahid.connectors")
                .doesNotContain("mocks");
    }

    @Test
    void a_shell_can_be_taught_the_commands() {
        assertThat(run("generate-completion")).isZero();
        assertThat(out.toString()).contains("connector").contains("complete -F");
    }

    @Test
    void a_check_of_an_unknown_connector_is_a_wrong_argument() {
        assertThat(run("connector", "check", "no-such", "--connectors", "connectors"))
                .isEqualTo(2);
    }

    @Test
    void a_check_of_a_folder_with_mistakes_fails_and_tells_machines_so() {
        assertThat(run("connector", "check", "--json", "--connectors", "src/kit/test/resources/kit/mistakes"))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("\"severity\" : \"error\"")
                .contains("\"line\" : 8")
                .contains("\"suggestion\" : \"timeoutMs\"");
    }
}

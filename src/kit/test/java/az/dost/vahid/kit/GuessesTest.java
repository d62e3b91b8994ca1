package az.dost.vahid.kit;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.command.Failures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What connector new guesses it says, connector check refuses, and a person confirms. */
@Tag("attack")
class GuessesTest {
    private static final String ROWS = "FIN;MUESSISE;VEZIFE;VOEN;ISE_QEBUL\n7QK2M9P;Zavod;usta;1500227711;03.09.2018\n";

    @TempDir
    private Path desk;

    private String connectors;
    private Path descriptor;

    private record Said(int code, String text) {}

    private Said vahid(String... arguments) {
        StringWriter said = new StringWriter();
        Failures failures = new Failures(text -> text);
        CommandLine command = new CommandLine(new ConnectorCommand())
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
        command.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
        return new Said(command.execute(arguments), said.toString());
    }

    @BeforeEach
    void lay() throws IOException {
        Files.writeString(desk.resolve("isciler_20261120.csv"), ROWS);
        connectors = desk.resolve("connectors").toString();
        descriptor = desk.resolve("connectors/staff/connector.yaml");
    }

    private Said made() {
        return vahid(
                "new", "staff", "--from", desk.resolve("isciler_20261120.csv").toString(), "--connectors", connectors);
    }

    @Test
    void a_draft_says_what_is_known_and_what_is_guessed() throws IOException {
        Said made = made();
        assertThat(made.code()).isZero();
        assertThat(made.text())
                .contains(
                        "known: row/FIN is subject: 'fin' (Azerbaijani)",
                        "guessed: row/ISE_QEBUL is employment.startedOn: its name is like 'işə qəbul tarixi'",
                        "check refuses the folder until");
        assertThat(Files.readString(descriptor))
                .contains("guessed:\n")
                .contains("{place: \"row/ISE_QEBUL\", is: employment.startedOn, why: ");
        assertThat(Files.readString(descriptor)).doesNotContain("\"row/FIN\"");
        assertThat(Files.readString(desk.resolve("connectors/staff/mapping.jslt")))
                .contains("subject (known)", "employment.startedOn (guessed)");
    }

    @Test
    void a_guess_is_an_error_until_it_is_confirmed_and_nothing_else_changes() throws IOException {
        made();
        Said refused = vahid("check", "staff", "--connectors", connectors);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.text()).contains(": error: guessed that row/ISE_QEBUL is employment.startedOn");
        String before = Files.readString(descriptor);
        Said open = vahid("confirm", "staff", "--connectors", connectors);
        assertThat(open.code()).isEqualTo(1);
        assertThat(open.text()).contains("guessed: row/ISE_QEBUL is employment.startedOn: ");
        assertThat(Files.readString(descriptor)).isEqualTo(before);
        Said confirmed = vahid("confirm", "staff", "--all", "--by", "Leyla \"L\" Quliyeva", "--connectors", connectors);
        assertThat(confirmed.code()).as(confirmed.text()).isZero();
        assertThat(confirmed.text()).contains("confirmed: row/ISE_QEBUL is employment.startedOn", "0 guesses are open");
        String after = Files.readString(descriptor);
        assertThat(after).contains("confirmed:\n").doesNotContain("guessed:").doesNotContain("# What was guessed");
        assertThat(after).contains("by: \"Leyla \\\"L\\\" Quliyeva\"");
        assertThat(after.lines().filter(line -> !line.contains("{place: ") && !line.equals("confirmed:")))
                .containsExactlyElementsOf(before.lines()
                        .filter(line -> !line.contains("{place: ")
                                && !line.equals("guessed:")
                                && !before.substring(before.indexOf("# What was guessed"), before.indexOf("guessed:"))
                                        .contains(line))
                        .toList());
        assertThat(vahid("check", "staff", "--connectors", connectors).text()).contains("0 errors");
    }

    @Test
    void one_place_is_confirmed_beside_those_that_were_before() throws IOException {
        made();
        String text = Files.readString(descriptor);
        Files.writeString(
                descriptor,
                text.replace(
                        "guessed:\n", "guessed:\n  - {place: \"row/VOEN\", is: employment.employerVoen, why: why}\n"));
        vahid("confirm", "staff", "row/VOEN", "--by", "One", "--connectors", connectors);
        Said second = vahid("confirm", "staff", "row/ISE_QEBUL", "--by", "Two", "--connectors", connectors);
        assertThat(Files.readString(descriptor))
                .containsSubsequence("confirmed:\n", "row/VOEN", "by: \"One\"", "row/ISE_QEBUL", "by: \"Two\"");
        assertThat(second.text()).contains("confirmed: row/ISE_QEBUL");
    }

    @Test
    void who_confirms_says_so_and_names_a_place_that_is_open() throws IOException {
        made();
        String before = Files.readString(descriptor);
        assertThat(vahid("confirm", "staff", "row/ISE_QEBUL", "--connectors", connectors))
                .extracting(Said::code, said -> said.text().contains("--by"))
                .containsExactly(2, true);
        assertThat(vahid("confirm", "staff", "row/ISE_QABUL", "--by", "x", "--connectors", connectors))
                .extracting(Said::code, said -> said.text().contains("did you mean row/ISE_QEBUL?"))
                .containsExactly(2, true);
        assertThat(Files.readString(descriptor)).isEqualTo(before);
    }

    @Test
    void a_guess_that_was_written_anew_over_several_lines_is_left_to_its_author() throws IOException {
        made();
        String before = Files.readString(descriptor)
                .replaceFirst(
                        "  - \\{place: \"row/ISE_QEBUL\", is: employment.startedOn, why: [^\\n]*",
                        "  - place: row/ISE_QEBUL\n    is: employment.startedOn");
        Files.writeString(descriptor, before);
        Said said = vahid("confirm", "staff", "row/ISE_QEBUL", "--by", "x", "--connectors", connectors);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains("by hand");
        assertThat(Files.readString(descriptor)).isEqualTo(before);
    }
}

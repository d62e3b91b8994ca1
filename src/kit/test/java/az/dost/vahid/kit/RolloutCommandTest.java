package az.dost.vahid.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * One entry of the file of rollouts is changed, and nothing else in it; what a gateway would not take is not written.
 */
class RolloutCommandTest {
    private static final String BEFORE = """
            # Agreed on Monday.
            tax: {use: none, because: "their audit"}
            pensions:
              use: shadow
              # until their new server is there
              because: new
            notary: {perSecond: 5, because: slow}
            """;

    @TempDir
    private Path folder;

    private Path file;
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void aFile() throws IOException {
        file = Files.writeString(folder.resolve("rollout.yaml"), BEFORE);
    }

    private int rollout(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("rollout", "--file", file.toString(), "--connectors", "connectors"));
        arguments.addAll(List.of(more));
        return new CommandLine(new ConnectorCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(arguments.toArray(String[]::new));
    }

    @Test
    void an_entry_is_replaced_and_the_rest_of_the_file_stays() throws IOException {
        assertThat(rollout("pensions", "--use", "SHARE", "--share", "0.1", "--because", "it's \"well\" again"))
                .isZero();
        assertThat(Files.readString(file)).isEqualTo("""
                # Agreed on Monday.
                tax: {use: none, because: "their audit"}
                notary: {perSecond: 5, because: slow}
                pensions: {use: "share", share: 0.1, because: "it's \\"well\\" again"}
                """);
        assertThat(out.toString())
                .contains("pensions: share 0.1, because it's \"well\" again", "tax: none, because their audit");
    }

    @Test
    void a_connector_that_is_used_for_all_again_stands_in_it_no_more() throws IOException {
        assertThat(rollout("pensions", "--use", "ALL")).isZero();
        assertThat(Files.readString(file)).contains("tax", "notary").doesNotContain("pensions", "new server");
    }

    @Test
    void a_file_of_which_the_last_entry_is_taken_out_says_that_there_is_none_and_takes_another() throws IOException {
        Files.writeString(file, "# Agreed on Monday.\ntax: {use: none, because: audit}\n");
        assertThat(rollout("tax", "--use", "ALL")).isZero();
        assertThat(Files.readString(file)).isEqualTo("# Agreed on Monday.\n{}\n");
        assertThat(rollout("notary", "--per-second", "5", "--because", "slow")).isZero();
        assertThat(Files.readString(file))
                .isEqualTo("# Agreed on Monday.\nnotary: {use: \"all\", perSecond: 5.0, because: \"slow\"}\n");
    }

    @Test
    void a_file_is_made_where_there_is_none() throws IOException {
        Files.delete(file);
        assertThat(rollout()).isZero();
        assertThat(rollout("tax", "--per-second", "2", "--because", "their wish"))
                .isZero();
        assertThat(Files.readString(file)).isEqualTo("tax: {use: \"all\", perSecond: 2.0, because: \"their wish\"}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | taxx --use NONE --because x | did you mean tax?",
                "2 | tax --use NONE | --because",
                "2 | --use NONE --because x | Name the connector",
                "1 | tax --use SHARE --because x | share",
                "1 | tax --use SHARE --share 1.5 --because x | share",
                "1 | tax --use SHADOW --share 0.5 --because x | share",
                "1 | tax --per-second 0 --because x | perSecond"
            })
    void what_a_gateway_would_not_take_leaves_the_file_as_it_was(int code, String arguments, String told)
            throws IOException {
        assertThat(rollout(arguments.split(" "))).isEqualTo(code);
        assertThat(out.toString()).contains(told);
        assertThat(Files.readString(file)).isEqualTo(BEFORE);
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void a_file_that_has_errors_already_is_not_touched() throws IOException {
        Files.writeString(file, "tax: {use: sometimes, because: x}\n");
        assertThat(rollout("pensions", "--use", "NONE", "--because", "x")).isEqualTo(1);
        assertThat(Files.readString(file)).isEqualTo("tax: {use: sometimes, because: x}\n");
    }
}

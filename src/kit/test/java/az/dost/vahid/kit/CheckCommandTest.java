package az.dost.vahid.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * check writes expected facts for review and never over a person's work, and checks again on each change; diff tells by
 * its exit code.
 */
class CheckCommandTest {
    private static final Path SOURCE = Path.of("connectors/displaced-persons");

    @TempDir
    private Path desk;

    private Path connector;
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void aConnector() throws IOException {
        connector = desk.resolve("displaced-persons");
        try (Stream<Path> files = Files.walk(SOURCE)) {
            for (Path file : files.toList()) {
                Path target = connector.resolve(SOURCE.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--connectors", desk.toString()));
        out.getBuffer().setLength(0);
        return new CommandLine(new ConnectorCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(all.toArray(String[]::new));
    }

    private Path expected() {
        return connector.resolve("samples/found/expected.json");
    }

    private void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(connector.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(connector.resolve(file), text.replace(from, to));
    }

    @Test
    void a_sample_without_expected_facts_gets_those_that_the_mapping_gives() throws IOException {
        String before = Files.readString(expected());
        Files.delete(expected());
        assertThat(run("check", "--accept")).as(out.toString()).isZero();
        assertThat(Files.readString(expected())).isEqualToIgnoringWhitespace(before);
        assertThat(out.toString()).contains("samples/found/expected.json: written, to be reviewed");
    }

    @Test
    void what_was_accepted_follows_the_mapping_and_each_difference_is_shown() throws IOException {
        Files.delete(expected());
        run("check", "--accept");
        edit("mapping.jslt", "needed(if (.VESIQE_NO != \"\") .VESIQE_NO, \"VESIQE_NO\")", "\"K\" + .VESIQE_NO");
        assertThat(run("check", "--accept")).as("other samples are a person's").isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "changed: /facts/displacedStatus/cardNumber was \"28033823\", the mapping gives \"K28033823\"");
        assertThat(Files.readString(expected())).contains("K28033823");
    }

    @Test
    void what_a_person_wrote_is_left_and_shown() throws IOException {
        edit("samples/found/expected.json", "\"28033823\"", "\"28033824\"");
        String before = Files.readString(expected());
        assertThat(run("check", "--accept")).isEqualTo(1);
        assertThat(Files.readString(expected())).isEqualTo(before);
        assertThat(out.toString())
                .contains(
                        "left as a person wrote it: /facts/displacedStatus/cardNumber was \"28033824\", the mapping gives \"28033823\"")
                .contains("--overwrite replaces it");
    }

    @Test
    void what_a_person_changed_after_it_was_accepted_is_left_too() throws IOException {
        Files.delete(expected());
        run("check", "--accept");
        edit("samples/found/expected.json", "\"28033823\"", "\"28033824\"");
        assertThat(run("check", "--accept")).isEqualTo(1);
        assertThat(Files.readString(expected())).contains("28033824");
    }

    @Test
    void a_person_s_work_is_replaced_when_that_is_said() throws IOException {
        edit("samples/found/expected.json", "\"28033823\"", "\"28033824\"");
        assertThat(run("check", "--accept", "--overwrite")).as(out.toString()).isZero();
        assertThat(Files.readString(expected())).contains("28033823").doesNotContain("28033824");
    }

    @Test
    void what_a_mapping_must_refuse_is_never_accepted() throws IOException {
        run("check", "--accept");
        try (Stream<Path> samples = Files.list(connector.resolve("samples"))) {
            assertThat(samples.filter(sample -> Files.exists(sample.resolve("expected-error.txt"))))
                    .isNotEmpty()
                    .allSatisfy(sample ->
                            assertThat(sample.resolve("expected.json")).doesNotExist());
        }
    }

    @Test
    void a_sample_that_the_mapping_refuses_is_told_why_and_which_file_it_wants() throws IOException {
        Files.createDirectories(connector.resolve("samples/bad-day"));
        Path row = connector.resolve("samples/bad-day/row.csv");
        Files.writeString(
                row,
                Files.readString(connector.resolve("samples/found/row.csv"))
                        .replaceAll("\\d{2}/\\d{2}/\\d{4}", "31/02/1993"));
        assertThat(run("check", "--accept")).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "samples/bad-day: error: the sample needs one of",
                        "the mapping refuses it (date: ",
                        "so write some words of that into the second")
                .doesNotContain("samples/bad-day/expected.json");
    }

    @Test
    void a_sample_with_both_kinds_of_expectation_is_told_so() throws IOException {
        Files.writeString(connector.resolve("samples/found/expected-error.txt"), "date");
        assertThat(run("check")).isEqualTo(1);
        assertThat(out.toString())
                .contains("the sample needs one of expected.json and expected-error.txt; it has both");
    }

    @Test
    void overwriting_without_accepting_is_a_wrong_argument() {
        assertThat(run("check", "--overwrite")).isEqualTo(2);
    }

    @Test
    void a_change_is_checked_as_it_is_made() throws Exception {
        AtomicInteger code = new AtomicInteger(-1);
        Thread watching = new Thread(() -> code.set(run("check", "--watch")));
        watching.start();
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> out.toString().contains("0 errors"));
            edit("mapping.jslt", "\"cardNumber\":", "\"cardNumber\" ");
            await().atMost(Duration.ofSeconds(30)).until(() -> out.toString().contains("Parse error"));
            edit("mapping.jslt", "\"cardNumber\" ", "\"cardNumber\":");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> out.toString()
                                    .lines()
                                    .filter(line -> line.startsWith("0 errors"))
                                    .count()
                            >= 2);
            Files.createDirectories(connector.resolve("samples/new-one"));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> out.toString().contains("the sample has no reply or row"));
            Files.copy(connector.resolve("samples/found/row.csv"), connector.resolve("samples/new-one/row.csv"));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> out.toString().contains("the sample needs one of expected.json"));
        } finally {
            watching.interrupt();
            watching.join(30_000);
        }
        assertThat(watching.isAlive()).isFalse();
        assertThat(code.get()).isZero();
    }

    @Test
    void diff_exits_with_3_for_what_breaks_0_for_what_does_not_and_2_for_no_file() throws IOException {
        Path same = Files.copy(connector.resolve("samples/found/row.csv"), desk.resolve("same.csv"));
        Path other = Files.writeString(
                desk.resolve("other.csv"), Files.readString(same).replace("VESIQE_NO", "KART_NO"));
        assertThat(run("diff", "displaced-persons", "--against", same.toString()))
                .as(out.toString())
                .isZero();
        assertThat(run("diff", "displaced-persons", "--against", other.toString()))
                .as(out.toString())
                .isEqualTo(3);
        assertThat(out.toString()).contains("breaks: /VESIQE_NO is no longer there");
        assertThat(run(
                        "diff",
                        "displaced-persons",
                        "--against",
                        desk.resolve("none.csv").toString()))
                .isEqualTo(2);
    }
}

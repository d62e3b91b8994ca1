package az.dost.vahid.check;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.connector.UnconfirmedGuesses;
import az.dost.vahid.kit.ConnectorCommand;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * Each folder of {@code kit/files} has rows, or a layout, as an agency leaves them: they become a connector that reads
 * those very rows.
 */
class NewFromRowsTest {
    private static final Path FILES = Path.of("src/kit/test/resources/kit/files");

    @TempDir
    private Path connectors;

    static Stream<Path> cases() throws IOException {
        try (var folders = Files.list(FILES)) {
            return folders.sorted().toList().stream();
        }
    }

    private static Path rows(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().matches("notes.txt|layout.*|SOURCE.md"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String vahid(String... arguments) {
        StringWriter said = new StringWriter();
        CommandLine command = new CommandLine(new ConnectorCommand())
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true));
        assertThat(command.execute(arguments)).as(said.toString()).isLessThan(2);
        return said.toString();
    }

    private String made(Path folder, Path rows) {
        String id = folder.getFileName().toString();
        List<String> arguments =
                new ArrayList<>(List.of("new", id, "--from", rows.toString(), "--connectors", connectors.toString()));
        Stream.of("layout.csv", "layout.txt")
                .map(folder::resolve)
                .filter(Files::exists)
                .forEach(layout -> arguments.addAll(List.of("--layout", layout.toString())));
        return vahid(arguments.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rows_become_a_connector_that_passes_its_check_and_reads_them(Path folder) throws IOException {
        Path rows = rows(folder);
        String said = made(folder, rows);
        String found = vahid("check", folder.getFileName().toString(), "--connectors", connectors.toString());
        // Where it is not known whom a row is about, the sample does not say it either.
        boolean about =
                found.lines().noneMatch(line -> line.contains("guessed that ") && line.contains(" is subject ("));
        assertThat(found.lines()
                        .filter(line -> line.contains(": error:")
                                && !line.contains("guessed that ")
                                && (about || !line.contains("gives no FIN as subject"))))
                .as(found)
                .isEmpty();
        assertThat(Files.readAllLines(folder.resolve("notes.txt")))
                .allSatisfy(note -> assertThat(said).contains("note: " + note));
        CheckedFolder checked =
                new ConnectorCheck(Kit.reader(), Kit.facts(), List.of()).read(connectors.resolve(folder.getFileName()));
        assertThat(checked.reading().findings()).allMatch(UnconfirmedGuesses::has);
        String charset = checked.connector().drop().charset();
        if (!new String(Files.readAllBytes(rows), charset).contains("5AB1CD2")) {
            // A layout alone, or a register that knows no personal number.
            return;
        }
        Path sample =
                Files.createDirectories(connectors.resolve(folder.getFileName()).resolve("samples/as-it-came"));
        Files.write(sample.resolve("row" + (rows.toString().endsWith(".csv") ? ".csv" : ".txt")), first(checked, rows));
        JsonNode tree = checked.tree(new Sample(sample));
        assertThat(tree.toString()).contains("5AB1CD2").doesNotContain("\uFFFD");
        assertThat(checked.bounded().apply(tree).path("subject").asText()).isEqualTo("5AB1CD2");
    }

    /** The whole file; of lines of fixed width the first row, as a sample has no head. */
    private static byte[] first(CheckedFolder checked, Path rows) throws IOException {
        byte[] all = Files.readAllBytes(rows);
        if (rows.toString().endsWith(".csv")) {
            return all;
        }
        String charset = checked.connector().drop().charset();
        return (new String(all, charset)
                                .lines()
                                .filter(line -> line.contains("5AB1CD2"))
                                .findFirst()
                                .orElseThrow() + "\r\n")
                .getBytes(charset);
    }

    @Test
    void a_guessed_character_set_is_an_error_until_a_person_has_confirmed_it() throws IOException {
        made(FILES.resolve("pensioners"), rows(FILES.resolve("pensioners")));
        String at = "guessed that drop/charset is charset";
        assertThat(vahid("check", "pensioners", "--connectors", connectors.toString()))
                .contains(at);
        vahid("confirm", "pensioners", "drop/charset", "--by", "Somebody", "--connectors", connectors.toString());
        assertThat(vahid("check", "pensioners", "--connectors", connectors.toString()))
                .doesNotContain(at, "drop/charset");
        assertThat(Files.readString(connectors.resolve("pensioners/connector.yaml")))
                .contains("confirmed:");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothing_of_the_rows_is_kept(Path folder) throws IOException {
        made(folder, rows(folder));
        try (var files = Files.walk(connectors)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .doesNotContain("6BC2DE3", "Quliyev", "Aliyev", "Əliyeva");
            }
        }
    }
}

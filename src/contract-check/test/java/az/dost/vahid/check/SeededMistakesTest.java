package az.dost.vahid.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Folders with mistakes: {@code expected.txt} names each one's line and words of what must be said of it. */
class SeededMistakesTest {
    private static final Path FOLDER = Path.of("src/kit/test/resources/kit/mistakes");
    private static List<Remark> errors;

    record Mistake(String place, String words) {}

    static Stream<Mistake> mistakes() throws IOException {
        return Files.readAllLines(FOLDER.resolve("expected.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" +", 2))
                .map(parts -> new Mistake(FOLDER.resolve(parts[0]).toString(), parts[1]));
    }

    @BeforeAll
    static void check() throws IOException {
        List<Path> folders = ConnectorCheck.folders(FOLDER);
        errors = Kit.check().check(folders, folders).sorted().stream()
                .filter(remark -> remark.severity() == Severity.ERROR)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_listed_at_its_line(Mistake mistake) {
        assertThat(errors).anySatisfy(error -> {
            assertThat(error.finding().file() + ":" + error.finding().line()).isEqualTo(mistake.place());
            assertThat(error.toString()).contains(mistake.words());
        });
    }

    @Test
    void nothing_else_is_called_an_error() throws IOException {
        assertThat(errors).hasSameSizeAs(mistakes().toList());
    }
}

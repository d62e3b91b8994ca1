package az.dost.vahid.journeys.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever follows a page for operators knows of each command whether a test runs it. */
class OperationsPagesTest {
    private static final Path FOLDER = Path.of("src/docs/operations");
    private static final Pattern SECTION = Pattern.compile("(?ms)^## .+?(?=^## |\\z)");
    private static final Pattern COMMANDS = Pattern.compile("(?m)^```sh$");
    /** By which test, or that there is none. */
    private static final Pattern MARK =
            Pattern.compile("(?i)\\btried by \\[`?\\w+`?]\\([^)]+\\.java\\)|\\bNot tried\\b");

    static List<Path> pages() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void every_part_with_commands_says_what_tries_them(Path page) {
        List<String> unsaid = SECTION.matcher("## " + MetricsPage.text(page).substring(2))
                .results()
                .map(MatchResult::group)
                .filter(part ->
                        COMMANDS.matcher(part).find() && !MARK.matcher(part).find())
                .map(part -> part.lines().findFirst().orElseThrow())
                .toList();
        assertThat(unsaid).isEmpty();
    }
}

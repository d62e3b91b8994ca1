package az.dost.vahid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sentence of X-Road's protocol texts that x-road.md lists has its section and the tests that it names. */
class ProtocolTextsTest {
    private static final String PAGE = Project.text(Path.of("src/docs/x-road.md"));
    private static final Pattern ROW =
            Pattern.compile("\\| (\\d(?:\\.\\d)?|Annex [A-C]) \\| [^|]+ \\| [^|]+ \\| [^|]+ \\|");
    private static final int FEWEST = 60;

    private static List<String> rows() {
        return PAGE.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| section") && !line.startsWith("| ---"))
                .toList();
    }

    static Stream<Arguments> named() {
        return AttacksTest.NAMED
                .matcher(PAGE)
                .results()
                .map(test -> Arguments.of(test.group(1), test.group(2)))
                .distinct();
    }

    @Test
    void each_sentence_has_its_section_what_is_done_and_a_test() {
        assertThat(rows()).hasSizeGreaterThan(FEWEST).allSatisfy(row -> {
            assertThat(row).matches(ROW);
            assertThat(AttacksTest.NAMED.matcher(row).results().map(MatchResult::group))
                    .isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("named")
    void each_test_that_is_named_is_there(String type, String method) {
        assertThat(AttacksTest.TESTS)
                .filteredOn(file -> file.getFileName().toString().equals(type + ".java"))
                .anySatisfy(file -> assertThat(Project.text(file)).contains(" " + method + "("));
    }
}

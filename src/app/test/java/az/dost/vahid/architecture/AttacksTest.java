package az.dost.vahid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.project.Checkout;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each attack of attacks.md has the tests that it names, and mvn -Pattacks verify runs them. */
class AttacksTest {
    static final List<Path> TESTS = Checkout.files("test/java", "Test.java");
    static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    private static Stream<String> rows() {
        return Project.text(Path.of("src/docs/attacks.md"))
                .lines()
                .filter(line ->
                        line.startsWith("| ") && !line.startsWith("| the attacker") && !line.startsWith("| ---"));
    }

    static Stream<Arguments> named() {
        return Stream.of("src/docs/attacks.md", "SECURITY.md")
                .flatMap(page -> NAMED.matcher(Project.text(Path.of(page)))
                        .results()
                        .map(test -> Arguments.of(test.group(1), test.group(2))))
                .distinct();
    }

    @Test
    void each_attack_names_its_test() {
        assertThat(rows())
                .allSatisfy(row -> assertThat(NAMED.matcher(row).results().map(MatchResult::group))
                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("named")
    void each_test_that_is_named_is_there_and_carries_the_tag(String type, String method) {
        assertThat(TESTS)
                .filteredOn(file -> file.getFileName().toString().equals(type + ".java"))
                .anySatisfy(file -> assertThat(Project.text(file))
                        .contains(" " + method + "(")
                        .contains("@Tag(\"attack\")"));
    }
}

package az.dost.vahid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Decisions have one numbering, a date and a status, are short, and stand in their index; who cites one cites one that
 * is there.
 */
class DecisionsTest {
    private static final Path FOLDER = Path.of("src/docs/decisions");
    private static final int WORDS = 300;
    private static final Pattern HEAD =
            Pattern.compile("# (\\d+)[.] (.+)\\nStatus: (accepted|superseded), (\\d{1,2} [A-Z][a-z]+ \\d{4})[.].*\\n");
    private static final Pattern CITED =
            Pattern.compile("\\b[Dd]ecisions? (\\d+)(?:(?:, | and )(\\d+))?(?:(?:, | and )(\\d+))?\\b");
    private static final Pattern LINKED =
            Pattern.compile("\\[(?:[Dd]ecision )?(\\d+)]\\([^)]*?(\\d{4})-[^)/]*[.]md\\)");

    static List<Document> decisions() {
        return Document.all().stream()
                .filter(document -> document.file.startsWith(FOLDER) && !document.file.endsWith("README.md"))
                .toList();
    }

    /** Whatever may cite a decision. */
    static List<Document> citing() {
        return Document.files(Path.of("")).stream()
                .filter(file -> file.toString().matches(".*[.](md|java|yaml|xml|json|properties|py)"))
                .map(Document::new)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decisions")
    void a_decision_has_its_number_a_title_a_status_a_date_and_at_most_300_words(Document decision) {
        assertThat(decision.text)
                .startsWith("# "
                        + Integer.parseInt(
                                decision.file.getFileName().toString().substring(0, 4)) + ". ");
        assertThat(head(decision).lookingAt()).as("status and date").isTrue();
        assertThat(decision.text).containsSubsequence("\n## Context\n", "\n## Decision\n", "\n## Consequences\n");
        assertThat(decision.words()).isLessThanOrEqualTo(WORDS);
    }

    @Test
    void a_number_is_used_once() {
        assertThat(decisions().stream().map(DecisionsTest::number)).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void the_index_has_every_decision_with_number_title_date_status_and_one_line() {
        List<String> rows = rows(new Document(FOLDER.resolve("README.md")).text);
        assertThat(rows.stream().map(row -> row.replaceFirst("[|][^|]+[|]$", "")))
                .containsExactlyInAnyOrderElementsOf(
                        decisions().stream().map(DecisionsTest::row).toList());
        assertThat(rows).allSatisfy(row -> assertThat(row).matches(".*[|] [^|]{10,120} [|]"));
    }

    @Test
    void a_group_of_the_index_has_a_name_of_its_own_a_sentence_and_its_decisions_in_the_order_of_their_numbers() {
        List<String> parts = List.of(new Document(FOLDER.resolve("README.md")).text.split("(?m)^(?=## )"));
        assertThat(rows(parts.get(0))).as("outside of every group").isEmpty();
        List<String> groups = parts.subList(1, parts.size());
        assertThat(groups).allSatisfy(group -> {
            assertThat(group).matches("(?s)## [A-Z][^\\n]+\\n[A-Z][^|\\n]{20,}[.]\\n\\n[|].*");
            assertThat(rows(group).stream().map(row -> Integer.valueOf(row.split(" ")[1])))
                    .isNotEmpty()
                    .isSorted();
        });
        assertThat(groups.stream().map(group -> group.lines().findFirst().orElseThrow()))
                .hasSizeGreaterThan(1)
                .doesNotHaveDuplicates();
    }

    private static List<String> rows(String text) {
        return text.lines().filter(line -> line.matches("[|] \\d+ [|].*")).toList();
    }

    @Test
    void a_citation_names_a_decision_that_is_there_and_links_to_that_one() {
        TreeSet<Integer> numbers =
                new TreeSet<>(decisions().stream().map(DecisionsTest::number).toList());
        List<String> wrong = new ArrayList<>();
        for (Document citing : citing()) {
            CITED.matcher(citing.text)
                    .results()
                    .flatMap(DecisionsTest::groups)
                    .filter(number -> !numbers.contains(number))
                    .forEach(number -> wrong.add(citing + " cites decision " + number));
            LINKED.matcher(citing.text)
                    .results()
                    .filter(link -> Integer.parseInt(link.group(1)) != Integer.parseInt(link.group(2)))
                    .forEach(link -> wrong.add(citing + " links " + link.group()));
        }
        assertThat(wrong).isEmpty();
    }

    private static Stream<Integer> groups(MatchResult cited) {
        return Stream.of(1, 2, 3)
                .map(cited::group)
                .filter(number -> number != null)
                .map(Integer::valueOf);
    }

    private static Matcher head(Document decision) {
        return HEAD.matcher(decision.text);
    }

    private static int number(Document decision) {
        return Integer.parseInt(decision.file.getFileName().toString().substring(0, 4));
    }

    private static String row(Document decision) {
        Matcher head = head(decision);
        assertThat(head.lookingAt()).as(decision.toString()).isTrue();
        return "| %s | [%s](%s) | %s | %s "
                .formatted(head.group(1), head.group(2), decision.file.getFileName(), head.group(4), head.group(3));
    }
}

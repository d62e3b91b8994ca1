package az.dost.vahid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every document keeps to: its links lead somewhere, what it names is there, and the first page stays short. */
class DocumentsTest {
    private static final int README_LINES = 120;
    private static final String WORDS = "src/docs/words.md";
    private static final Pattern NAME = Pattern.compile("vahid([.][a-z][a-z0-9-]*)+([.*]|[.][*])?");
    private static final Pattern PATH = Pattern.compile("(?:src|routes|contracts|connectors)/[\\w./-]*\\w");
    /** In the order of keepachangelog.com. */
    private static final List<String> CHANGES =
            List.of("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security");

    private static final Pattern SECTION = Pattern.compile("(?m)^(##|###) (.+)$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|.*\\|$");

    static List<Document> documents() {
        return Document.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void every_link_leads_to_a_file_and_to_a_heading_of_it(Document document) {
        List<String> broken = new ArrayList<>();
        for (String link : document.links()) {
            String[] parts = link.split("#", 2);
            Path target = document.target(parts[0]);
            boolean there = Files.exists(target) && !target.startsWith("..");
            if (!there
                    || parts.length == 2
                            && !(target.toString().endsWith(".md")
                                    && new Document(target).anchors().contains(parts[1]))) {
                broken.add(link);
            }
        }
        assertThat(broken).as("broken links of %s", document).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void every_path_that_a_sentence_names_is_there(Document document) {
        assertThat(document.code().filter(PATH.asMatchPredicate()).filter(path -> !Files.exists(Path.of(path))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void a_link_that_shows_a_name_leads_to_what_has_it(Document document) {
        assertThat(document.named()
                        .filter(link -> !has(document.target(link.group(2)), link.group(1)))
                        .map(MatchResult::group))
                .isEmpty();
    }

    private static boolean has(Path file, String name) {
        return !Files.isRegularFile(file)
                || file.getFileName().toString().matches(Pattern.quote(name) + "([.].*)?")
                || new Document(file).text.contains(name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void a_setting_a_metric_or_a_queue_that_a_page_names_is_there(Document page) {
        assertThat(page.code()
                        .filter(NAME.asMatchPredicate())
                        .map(name -> name.replaceFirst("[.]?[*]$", ""))
                        .distinct()
                        .filter(name -> !Names.known(name)))
                .isEmpty();
    }

    static List<Document> pages() {
        return documents().stream()
                .filter(page -> page.file.startsWith("src/docs")
                        || page.file.startsWith("contracts")
                        || page.file.getNameCount() == 1)
                .toList();
    }

    @Test
    void the_first_page_is_short_and_has_the_two_commands_near_its_top() {
        Document readme = new Document(Path.of("README.md"));
        List<String> lines = readme.text.lines().toList();
        assertThat(lines).hasSizeLessThanOrEqualTo(README_LINES);
        assertThat(String.join("\n", lines.subList(0, README_LINES / 3)))
                .containsPattern("(?m)^mvn spring-boot:run\\b")
                .containsPattern("(?m)^mvn verify\\b");
    }

    /** The page of the last month, and those of the months, day by day. */
    static List<Document> changelogs() {
        return documents().stream()
                .filter(page -> page.file.endsWith("CHANGELOG.md") || page.file.startsWith("src/docs/changes"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changelogs")
    void a_changelog_has_versions_and_names_each_kind_of_change_once_and_by_its_own_name(Document changelog) {
        List<Integer> kinds = new ArrayList<>();
        List<MatchResult> headings = SECTION.matcher(changelog.text).results().toList();
        assertThat(headings).isNotEmpty();
        for (MatchResult heading : headings) {
            if (heading.group(1).equals("##")) {
                assertThat(heading.group(2))
                        .matches("Unreleased|\\d+[.]\\d+[.]\\d+(-SNAPSHOT)?, \\d{1,2} [A-Z][a-z]+ \\d{4}");
                kinds.clear();
            } else {
                assertThat(CHANGES).contains(heading.group(2));
                kinds.add(CHANGES.indexOf(heading.group(2)));
                assertThat(kinds).as(heading.group(2)).isSorted().doesNotHaveDuplicates();
            }
        }
    }

    static List<String[]> words() {
        return rows(WORDS).stream()
                .skip(2)
                .map(row -> row.substring(1).split("[|]"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("words")
    void a_word_has_its_sentence_and_lives_in_a_file_that_is_there_and_has_the_name(
            String word, String sentence, String where) {
        assertThat(word.strip()).isNotEmpty();
        assertThat(sentence.strip()).matches("[A-Z].{15,}[.]");
        Document page = new Document(Path.of(WORDS));
        assertThat(Document.NAMED.matcher(where).results()).isNotEmpty().allSatisfy(home -> {
            Path file = page.target(home.group(2));
            assertThat(file).isRegularFile();
            assertThat(has(file, home.group(1))).as(home.group()).isTrue();
        });
    }

    @Test
    void the_glossary_has_forty_words_in_the_order_of_the_alphabet() {
        assertThat(words().stream().map(row -> row[0].strip().toLowerCase(Locale.ROOT)))
                .hasSizeGreaterThanOrEqualTo(40)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void the_changelog_links_each_month() {
        Document changelog = new Document(Path.of("CHANGELOG.md"));
        assertThat(changelog.links().stream().map(changelog::target))
                .containsAll(Project.files("src/docs/changes", ".md"));
    }

    @Test
    void the_page_of_speed_shows_every_promise_as_the_newest_whole_run_has_it() {
        List<String> promised = rows("src/bench/results/whole.md").stream()
                .filter(row -> row.matches(".*\\| at (most|least) .*"))
                .toList();
        assertThat(promised).isNotEmpty();
        assertThat(rows("src/docs/speed.md").stream().filter(row -> row.matches(".*\\| at (most|least) .*")))
                .isEqualTo(promised);
    }

    private static List<String> rows(String file) {
        return ROW.matcher(new Document(Path.of(file)).text)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}

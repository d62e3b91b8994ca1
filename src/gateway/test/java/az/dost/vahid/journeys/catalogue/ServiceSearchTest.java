package az.dost.vahid.journeys.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.FileSystemResource;

/** Services are found as people write them; what {@code searches.csv} and the others say, each caller gets. */
class ServiceSearchTest {
    private static final BuiltInCatalogue CATALOGUE = BuiltInCatalogue.ofContracts();
    private static final ServiceSearch SEARCH = CATALOGUE.search();
    private static final Path NOUNS = Path.of("src/gateway/test/resources/search/nouns.txt");
    private static final Locale AZERBAIJANI = Locale.forLanguageTag("az");
    private static final int FIRST = 3;

    private static List<String> codes(String text) {
        return SEARCH.of(Map.of("text", text)::get).services().stream()
                .map(CatalogueService::code)
                .toList();
    }

    @ParameterizedTest
    @CsvFileSource(files = "src/gateway/test/resources/search/searches.csv", useHeadersInDisplayName = true)
    void whoever_writes_so_finds_the_service_first(String text, String said, String first) {
        assertThat(codes(text)).as(said).isNotEmpty();
        assertThat(codes(text).get(0)).as(codes(text).toString()).isIn((Object[]) first.split(" "));
    }

    @ParameterizedTest
    @CsvFileSource(files = "src/gateway/test/resources/search/ministry-words.csv", useHeadersInDisplayName = true)
    void so_does_whoever_writes_in_the_ministrys_words(String text, String said, String first) {
        assertThat(codes(text)).as(said).isNotEmpty();
        assertThat(codes(text).get(0)).as(codes(text).toString()).isIn((Object[]) first.split(" "));
    }

    static List<CatalogueService> services() {
        return CATALOGUE.services().all();
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_is_found_by_each_of_its_titles(CatalogueService service) {
        service.title().forEach(title -> {
            String text = title.asText();
            String typed = text.substring(0, Math.min(60, text.length()));
            assertThat(codes(typed).stream().limit(FIRST)).as(typed).contains(service.code());
        });
    }

    static List<String> nouns() {
        try {
            return Files.readAllLines(NOUNS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Of those whose titles have the noun, as many as there is place for among the first three; what a source calls a
     * service counts as well.
     */
    private static boolean finds(String typed, String noun) {
        List<String> titled = having(noun, service -> service.title().path("az").asText());
        List<String> named =
                having(noun, service -> service.listed().named().path("as").asText());
        assertThat(titled).as("services that are called by " + noun).isNotEmpty();
        return codes(typed).stream()
                        .limit(FIRST)
                        .filter(code -> titled.contains(code) || named.contains(code))
                        .count()
                >= Math.min(FIRST, titled.size());
    }

    private static List<String> having(String noun, Function<CatalogueService, String> title) {
        return CATALOGUE.services().all().stream()
                .filter(service -> has(title.apply(service), noun))
                .map(CatalogueService::code)
                .toList();
    }

    private static boolean has(String title, String noun) {
        return Stream.of(title.toLowerCase(AZERBAIJANI).split("[^\\p{L}]+"))
                .anyMatch(word -> word.startsWith(noun) || word.startsWith(AzerbaijaniNoun.softened(noun)));
    }

    @ParameterizedTest
    @MethodSource("nouns")
    void a_noun_of_a_title_is_found_with_each_of_ten_endings(String noun) {
        List<String> typed = new ArrayList<>(List.of(noun));
        typed.addAll(AzerbaijaniNoun.withEndings(noun));
        assertThat(typed).hasSize(11).allMatch(word -> finds(word, noun));
    }

    /** What is left of a short one may be another word, or too little. */
    @Test
    void nearly_every_noun_is_found_with_one_letter_lost() {
        List<String> lost = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (String noun : nouns()) {
            for (int letter = 0; noun.length() > FIRST && letter < noun.length(); letter++) {
                String typed = noun.substring(0, letter) + noun.substring(letter + 1);
                (finds(typed, noun) ? found : lost).add(typed);
            }
        }
        assertThat((double) found.size() / (found.size() + lost.size()))
                .as("found %d, not found %s", found.size(), lost)
                .isGreaterThan(0.9);
    }

    @ParameterizedTest
    @CsvSource({"menzylk, mənzil", "pnsyia, pensiya", "uaq, uşaq"})
    void where_nothing_is_found_a_word_like_it_is(String typed, String near) {
        ServiceSearch.Found found = SEARCH.of(Map.of("text", typed)::get);
        assertThat(found.services()).isEmpty();
        assertThat(found.near()).extracting(word -> word.word()).contains(near);
    }

    @Test
    void a_word_is_no_part_of_another_one() {
        assertThat(codes("maşın")).noneMatch(code -> code.contains("flat") || code.contains("housing"));
    }

    static List<String> absurdities() {
        return List.of(
                "!!!!!!",
                "........................................................",
                "%%__\\\\''\"\"",
                "(.*)+$[a-z]{1,9}|^",
                "a* OR b? NOT c~2 \"d\" AND TITLE:e^9",
                "пенсия по инвалидности",
                "養老金 ماشین 🚗🚗🚗",
                "\ud83d\ud83d\ud83d",
                "\u200b\u200b\u202e\u00ad",
                "lalalalalalalalalalalalalalalalalalalalalalalalalalalalala",
                "inininininininininininininininininininininininininininin",
                "lalalalalalalalalalalala inininininininininininin lalal",
                "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d",
                "9QZ7TRX",
                "select * from service; drop table service --");
    }

    @ParameterizedTest
    @MethodSource("absurdities")
    void nothing_that_somebody_types_is_a_fault_or_takes_long(String typed) {
        codes("vetaran");
        long begun = System.nanoTime();
        assertThat(codes(typed)).doesNotContainNull();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void a_text_without_end_is_refused_before_it_is_looked_for() {
        assertThatThrownBy(() -> codes("a".repeat(10_000))).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_service_that_comes_while_the_gateway_runs_is_found(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("catalogue.yaml");
        String before = Files.readString(Path.of("contracts/services/catalogue.yaml"));
        Files.writeString(file, before);
        BuiltInCatalogue catalogue = new BuiltInCatalogue(new FileSystemResource(file));
        ServiceSearch search = catalogue.search();
        assertThat(search.of(Map.of("text", "kosmonavt")::get).services()).isEmpty();
        Files.writeString(file, before + """

                          - code: cosmonauts
                            status: NAMED
                            family: employment
                            title: { az: "Kosmonavtların hazırlanması" }
                            named: { source: "a page", dated: "2026" }
                        """);
        catalogue.standing().refresh();
        assertThat(search.of(Map.of("text", "kosmonavt")::get).services())
                .extracting(CatalogueService::code)
                .containsExactly("cosmonauts");
    }
}

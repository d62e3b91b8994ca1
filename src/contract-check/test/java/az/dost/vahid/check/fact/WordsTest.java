package az.dost.vahid.check.fact;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/**
 * Names as registers write them, in each language of {@code kit/words}: the test's own folder has for each what it must
 * be found to be, {@code perhaps} where other things are called so, too, {@code no} where nothing is like it,
 * {@code others} where it is somebody beside the citizen.
 */
class WordsTest {
    private static final Path NAMES = Path.of("src/kit/test/resources/kit/words");
    private static final Path WORDS = Path.of("src/contract-check/main/resources/kit/words");
    private static final FactSchemas FACTS = new FactSchemas(new ClassPathResource("contracts/dossier.schema.json"));
    private static final Words KNOWN = new Words(FACTS);

    static Stream<Arguments> names() throws IOException {
        List<Arguments> names = new ArrayList<>();
        for (Path file : files(NAMES)) {
            Json.yaml()
                    .readTree(file.toFile())
                    .properties()
                    .forEach(entry -> names.add(Arguments.of(
                            file.getFileName().toString(),
                            entry.getKey(),
                            entry.getValue().asText())));
        }
        return names.stream();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @MethodSource("names")
    void a_name_is_found_to_be_what_it_is(String language, String name, String meaning) {
        if (meaning.equals("reads") || meaning.equals("changes")) {
            assertThat(KNOWN.effect(name)).isNotNull();
            assertThat(KNOWN.effect(name).changes()).isEqualTo(meaning.equals("changes"));
        } else if (meaning.equals("others")) {
            assertThat(KNOWN.other(name)).isPresent();
        } else if (meaning.startsWith("perhaps ")) {
            Match match = match(name, meaning.substring("perhaps ".length()));
            assertThat(match.score()).isGreaterThanOrEqualTo(0.5);
            assertThat(match.sure()).isFalse();
        } else if (meaning.startsWith("no ")) {
            assertThat(match(name, meaning.substring("no ".length())).score()).isLessThan(0.5);
        } else {
            assertThat(match(name, meaning).sure())
                    .as(match(name, meaning).told())
                    .isTrue();
        }
    }

    private Match match(String name, String meaning) {
        return switch (meaning) {
            case "subject" -> KNOWN.subject(name);
            case "asOf" -> KNOWN.asOf(name);
            case "requestId" -> KNOWN.requestId(name);
            case "login" -> KNOWN.login(name);
            default ->
                meaning.startsWith("fact ")
                        ? KNOWN.fact(name, meaning.substring("fact ".length()))
                        : KNOWN.field(
                                name,
                                meaning.substring(0, meaning.indexOf('.')),
                                meaning.substring(meaning.indexOf('.') + 1));
        };
    }

    @Test
    void every_language_has_words_for_what_each_register_has() throws IOException {
        List<Path> files = files(WORDS);
        assertThat(files).hasSizeGreaterThanOrEqualTo(19);
        for (Path file : files) {
            JsonNode language = Json.yaml().readTree(file.toFile());
            assertThat(language.path("language").asText()).as(file.toString()).isNotEmpty();
            for (String list : List.of("subject", "asOf", "requestId", "reads", "changes", "others", "login")) {
                assertThat(language.path(list).size())
                        .as("%s of %s", list, file)
                        .isPositive();
            }
            for (String field : List.of(
                    "givenName", "surname", "birthDate", "sex", "citizenship", "street", "postalCode", "death.date")) {
                assertThat(language.path("fields").path(field).size())
                        .as("%s of %s", field, file)
                        .isPositive();
            }
            assertThat(language.path("facts").size()).as(file.toString()).isGreaterThan(10);
        }
    }

    @Test
    void every_language_is_held_to_names_of_its_own() throws IOException {
        assertThat(files(NAMES))
                .extracting(Path::getFileName)
                .isEqualTo(files(WORDS).stream().map(Path::getFileName).toList());
    }

    @Test
    void every_word_is_one_for_something_that_there_is() throws IOException {
        TreeSet<String> fields = new TreeSet<>();
        FACTS.names()
                .forEach(fact -> FACTS.shape(fact)
                        .fields()
                        .forEach(field -> fields.addAll(List.of(field.name(), fact + "." + field.name()))));
        for (Path file : files(WORDS)) {
            JsonNode language = Json.yaml().readTree(file.toFile());
            assertThat(language.path("facts").fieldNames())
                    .toIterable()
                    .as(file.toString())
                    .isSubsetOf(FACTS.names());
            assertThat(language.path("fields").fieldNames())
                    .toIterable()
                    .as(file.toString())
                    .isSubsetOf(fields);
        }
    }

    @Test
    void a_name_without_end_is_like_nothing() {
        assertThat(KNOWN.subject("fin".repeat(1_000_000)).score()).isZero();
    }

    @Test
    void a_word_tells_its_languages() {
        assertThat(KNOWN.subject("isikukood").told()).isEqualTo("'isikukood' (Estonian)");
    }
}

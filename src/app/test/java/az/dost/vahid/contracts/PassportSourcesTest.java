package az.dost.vahid.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a passport says of its service was read somewhere, and the page of the catalogue tells how much that is. */
class PassportSourcesTest {
    private static final Path PAGE = Path.of("src/docs/catalogue.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([A-Za-z]+)` \\| ([0-9]+) \\|$", Pattern.MULTILINE);
    private static final Pattern NAMES = Pattern.compile("[A-Za-z]+");

    static List<Path> passports() {
        return Contracts.passports();
    }

    /** The members that a source may name, in the order of the contract. */
    private static List<String> members() {
        String pattern = Contracts.read("passport.schema.json")
                .at("/properties/sources/items/properties/of/items/pattern")
                .asText();
        return NAMES.matcher(pattern).results().map(name -> name.group()).toList();
    }

    private static Set<String> present(JsonNode passport) {
        Set<String> present = new TreeSet<>(Contracts.names(passport));
        present.retainAll(members());
        return present;
    }

    @ParameterizedTest
    @MethodSource("passports")
    void name_a_source_of_every_member_and_of_none_that_is_not_there(Path file) {
        JsonNode passport = Contracts.read(file);
        Set<String> named = new TreeSet<>();
        passport.path("sources").forEach(source -> named.addAll(Contracts.texts(source.path("of"))));
        assertThat(named).isEqualTo(present(passport));
    }

    @ParameterizedTest
    @MethodSource("passports")
    void name_a_page_that_anybody_can_open(Path file) {
        assertThat(Contracts.read(file).path("sources"))
                .allMatch(source -> source.path("source").asText().matches("https?://\\S+( \\(.+\\))?"));
    }

    @ParameterizedTest
    @MethodSource("passports")
    void tell_steps_and_grounds_in_two_languages_as_one_sentence_without_its_full_stop(Path file) {
        List<JsonNode> texts = new ArrayList<>();
        Contracts.read(file).path("steps").forEach(texts::add);
        Contracts.read(file).path("refusalGrounds").forEach(texts::add);
        assertThat(texts).allSatisfy(text -> {
            assertThat(text.path("az").asText())
                    .isNotEqualTo(text.path("en").asText())
                    .matches("\\p{Lu}.*[^.;:, ]")
                    .doesNotContainPattern("\\b(the|and|of)\\b");
            assertThat(text.path("en").asText()).matches("[A-Z].*[^.;:, ]").doesNotContainPattern("[əğıİşƏĞŞ]");
        });
    }

    @Test
    void are_counted_on_the_page_of_the_catalogue() throws IOException {
        Map<String, Integer> told = new LinkedHashMap<>();
        ROW.matcher(Files.readString(PAGE))
                .results()
                .forEach(row -> told.put(row.group(1), Integer.valueOf(row.group(2))));
        Map<String, Integer> counted = new LinkedHashMap<>();
        members()
                .forEach(member -> counted.put(member, (int) passports().stream()
                        .filter(file -> Contracts.read(file).has(member))
                        .count()));
        assertThat(told).containsExactlyEntriesOf(counted);
    }
}

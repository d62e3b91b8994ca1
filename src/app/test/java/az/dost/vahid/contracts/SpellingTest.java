package az.dost.vahid.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Letters of everything that people read: the words, the titles of services and papers, the names of agencies. Each
 * rule is one test, which names every text that breaks it.
 */
class SpellingTest {
    private static final Locale AZERBAIJANI = Locale.forLanguageTag("az");
    private static final String LETTERS = "abcçdeəfgğhxıijkqlmnoöprsştuüvyz";
    /** Short forms as XML, VÖEN and X.509, in which a foreign W may be. */
    private static final Pattern SHORT_FORM = Pattern.compile("\\b[A-ZƏÖÜĞÇŞİ0-9][A-ZƏÖÜĞÇŞİ0-9.-]+\\b");

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\w+}");
    /** Two words each that differ only in such letters, and are both right. */
    private static final Set<Set<String>> ALIKE = Set.of(Set.of("isə", "işə"));

    /** @param sentence ends with a full stop; a name does not */
    record Text(String place, String az, String en, boolean same, Boolean sentence) {}

    private static final List<Text> TEXTS = texts();

    private static void eachText(Consumer<Text> rule) {
        assertThat(TEXTS).isNotEmpty();
        assertAll(TEXTS.stream().map(text -> () -> {
            try {
                rule.accept(text);
            } catch (AssertionError e) {
                throw new AssertionError(text.place() + ": " + e.getMessage(), e);
            }
        }));
    }

    private static List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        WrittenWords.all()
                .forEach(word -> texts.add(
                        new Text(word.place().toString(), word.az(), word.en(), word.same(), word.sentence())));
        for (String folder : List.of("contracts/services", "contracts/rights", "connectors")) {
            try (var files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".yaml"))
                        .sorted()
                        .forEach(file -> titles(file.toString(), Contracts.read(file), texts));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    private static void titles(String place, JsonNode part, List<Text> texts) {
        if (part.has("az") && part.has("en")) {
            texts.add(new Text(place, part.path("az").asText(), part.path("en").asText(), false, false));
        }
        part.forEach(member -> titles(place, member, texts));
    }

    @Test
    void azerbaijani_has_its_own_letters_only() {
        eachText(text -> {
            String words = SHORT_FORM
                    .matcher(ARGUMENT.matcher(text.az()).replaceAll(""))
                    .replaceAll("")
                    .toLowerCase(AZERBAIJANI);
            assertThat(words.chars()
                            .filter(Character::isLetter)
                            .filter(letter -> LETTERS.indexOf(letter) < 0)
                            .mapToObj(Character::toString))
                    .isEmpty();
            assertThat(text.az()).as("no word begins with ı: its capital is İ").doesNotContain("I");
        });
    }

    @Test
    void english_has_latin_letters_only() {
        eachText(text -> {
            assertThat(text.en()
                            .codePoints()
                            .filter(Character::isLetter)
                            .filter(letter -> Character.UnicodeScript.of(letter) != Character.UnicodeScript.LATIN)
                            .mapToObj(Character::toString))
                    .isEmpty();
        });
    }

    @Test
    void a_text_is_written_tidily() {
        eachText(text -> {
            for (String written : List.of(text.az(), text.en())) {
                assertThat(Normalizer.isNormalized(written, Normalizer.Form.NFC))
                        .isTrue();
                assertThat(written).isEqualTo(written.strip()).doesNotContain("  ");
                assertThat(Character.isLowerCase(written.codePointAt(0)))
                        .as("it begins with a small letter")
                        .isFalse();
                assertThat(written.endsWith("."))
                        .as("a sentence ends with a full stop, a name does not")
                        .isEqualTo(text.sentence());
            }
        });
    }

    @Test
    void the_languages_differ_unless_it_is_marked() {
        eachText(text -> {
            assertThat(text.az().equals(text.en())).isEqualTo(text.same());
        });
    }

    @Test
    void both_languages_take_the_same_arguments() {
        eachText(text -> {
            assertThat(arguments(text.az()))
                    .isEqualTo(arguments(text.en()))
                    .isSubsetOf("{source}", "{field}", "{day}", "{letters}");
        });
    }

    private static Set<String> arguments(String text) {
        Set<String> arguments = new TreeSet<>();
        ARGUMENT.matcher(text).results().map(MatchResult::group).forEach(arguments::add);
        return arguments;
    }

    /** sənəd and sened, qeydiyyat and qeydıyyat: one of them is wrong. */
    @Test
    void no_azerbaijani_word_is_written_in_two_ways() {
        Map<String, Set<String>> ways = new HashMap<>();
        TEXTS.forEach(text -> Pattern.compile("\\p{L}+")
                .matcher(text.az().toLowerCase(AZERBAIJANI))
                .results()
                .forEach(word -> ways.computeIfAbsent(plain(word.group()), plain -> new TreeSet<>())
                        .add(word.group())));
        assertThat(ways.values().stream().filter(words -> words.size() > 1 && !ALIKE.contains(words)))
                .isEmpty();
    }

    private static String plain(String word) {
        return Normalizer.normalize(word.replace('ə', 'e').replace('ı', 'i'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}

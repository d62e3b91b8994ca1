package az.dost.vahid.wordbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

class WordbookTest {
    private static Resource file(String name, String text) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name + ".yaml";
            }
        };
    }

    @Test
    void a_word_is_found_by_kind_key_and_language() {
        Wordbook words = Wordbook.builtIn();
        assertThat(words.find("facts", "benefits.kind.OLD_AGE_PENSION", Language.AZ))
                .contains("Yaşa görə əmək pensiyası");
        assertThat(words.find("problems", "NOT_GRANTED.whatToDo", Language.EN))
                .get()
                .asString()
                .startsWith("Check");
    }

    @Test
    void a_code_of_a_newer_gateway_has_no_word() {
        assertThat(Wordbook.builtIn().find("problems", "NOT_YET_INVENTED", Language.AZ))
                .isEmpty();
        assertThat(Wordbook.builtIn().find("no-such-file", "A", Language.AZ)).isEmpty();
    }

    @Test
    void words_of_another_place_are_found_at_both() {
        Wordbook words =
                new Wordbook(file("first", "a: {as: second/b.c}"), file("second", "b: {c: {D: {az: Dörd, en: Four}}}"));
        assertThat(words.find("first", "a.D", Language.AZ)).contains("Dörd");
        assertThat(words.of("second")).containsOnlyKeys("b.c.D");
    }

    @Test
    void nobody_can_change_the_words() {
        assertThatThrownBy(() -> Wordbook.builtIn().of("facts").clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: {az: Bir}|contracts/words/f.yaml: a has no text in en",
                "a: {en: One}|contracts/words/f.yaml: a has no text in az",
                "a: {az: ' ', en: One}|contracts/words/f.yaml: a has no text in az",
                "a: {b: Bir}|contracts/words/f.yaml: a.b is neither a word nor a group of words",
                "a: {}|contracts/words/f.yaml: a is neither a word nor a group of words",
                "[Bir]|contracts/words/f.yaml is neither a word nor a group of words",
                "a: {az: Bir, en: One, fields: {b: {az: İki}}}|contracts/words/f.yaml: a.b has no text in en",
                "a: {as: f/b}|contracts/words/f.yaml: a names words that there are not: contracts/words/f.yaml: b",
                "a: {az: Bir, en: One, fields: {b: {az: İki, en: Two}}, values: {b: {az: Üç, en: Three}}}|contracts/words/f.yaml: a.b stands twice"
            })
    void a_file_that_is_wrong_is_told_with_its_key(String text, String told) {
        assertThatThrownBy(() -> new Wordbook(file("f", text)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(told);
    }

    @Test
    void a_text_without_end_is_told_with_its_key() {
        assertThatThrownBy(() -> new Wordbook(file("f", "a: {az: " + "x".repeat(301) + ", en: One}")))
                .hasMessage("contracts/words/f.yaml: a has more than 300 characters in az");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a: {az: Bir, az: Bir, en: One}", "a: [", "a: !!java.util.Date x"})
    void what_is_no_yaml_is_told_with_its_file(String text) {
        assertThatThrownBy(() -> new Wordbook(file("f", text)))
                .isInstanceOfAny(UncheckedIOException.class, IllegalStateException.class)
                .hasMessageContaining("f.yaml");
    }
}

package az.dost.vahid.pages.words;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.wordbook.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Names stand as they stand in a dictionary of the language. */
class AlphabetsTest {
    private static final List<String> AZERBAIJANI = List.of(
            "A", "B", "C", "Ç", "D", "E", "Ə", "F", "G", "Ğ", "H", "X", "I", "İ", "J", "K", "Q", "L", "M", "N", "O",
            "Ö", "P", "R", "S", "Ş", "T", "U", "Ü", "V", "Y", "Z");

    private static List<String> sorted(List<String> names, Language language) {
        List<String> mixed = new ArrayList<>(names);
        Collections.shuffle(mixed, new Random(7));
        mixed.sort(Alphabets.of(language));
        return mixed;
    }

    @Test
    void the_azerbaijani_alphabet_is_in_its_order() {
        assertThat(sorted(AZERBAIJANI, Language.AZ)).isEqualTo(AZERBAIJANI);
    }

    @Test
    void its_small_letters_are_too() {
        List<String> small = AZERBAIJANI.stream()
                .map(letter -> letter.equals("I") ? "ı" : letter.equals("İ") ? "i" : letter.toLowerCase())
                .toList();
        assertThat(sorted(small, Language.AZ)).isEqualTo(small);
    }

    @Test
    void words_follow_their_letters() {
        List<String> words = List.of("Əlillik", "Hərbi", "Hüquqi", "Xəstəlik", "İşsizlik", "Qaçqın", "Şəhid");
        assertThat(sorted(words, Language.AZ)).isEqualTo(words);
    }

    @Test
    void english_has_its_own() {
        List<String> words = List.of("Home care", "İşsizlik", "Queue", "Service", "Xray", "Zone");
        assertThat(sorted(words, Language.EN)).isEqualTo(words);
    }
}

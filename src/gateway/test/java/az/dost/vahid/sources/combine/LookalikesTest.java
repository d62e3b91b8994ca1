package az.dost.vahid.sources.combine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The letters are held to ICU, which has Unicode's whole list of confusable characters. */
class LookalikesTest {
    private static final SpoofChecker ICU = new SpoofChecker.Builder().build();
    private static final Locale AZERBAIJANI = Locale.forLanguageTag("az");
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzƏəÇçÖöÜüĞğŞş";
    private static final List<String> NAMES =
            List.of("Anar", "Səbinə", "Ceyhun", "Xəyal", "Məmmədova", "Həsənov", "Ömər", "Çinarə", "Yusif", "Elçin");

    private static String told(String... values) {
        return Lookalikes.foreign(
                Stream.of(values).<JsonNode>map(TextNode::valueOf).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "Anar,Аnar,А (U+0410)",
        "Anar,ANАR,А (U+0410)",
        "Səbinə,Sәbinә,ә (U+04D9)",
        "Oruc,Оruс,'О (U+041E), с (U+0441)'",
        "Anar,Ａnаr,а (U+0430)"
    })
    void values_that_look_the_same_are_told_with_their_letters(String one, String other, String letters) {
        assertThat(told(one, other)).isEqualTo(letters);
    }

    @ParameterizedTest
    @CsvSource({"Anar,Anаrə", "Anar,ANAR", "Anar,Elçin", "İlqar,Ilqar", "Анар,Anar", "Анар,Анар"})
    void values_that_differ_to_the_eye_or_in_capitals_alone_are_not(String one, String other) {
        assertThat(told(one, other)).isNull();
    }

    @Test
    void each_letter_is_one_that_icu_confuses_and_none_of_these_scripts_is_missing() {
        List<Integer> scripts = IntStream.of(
                        0x0370, 0x03b0, 0x03f0, 0x0400, 0x0440, 0x0480, 0x04c0, 0x0500, 0x0540, 0x13a0, 0x2c80)
                .flatMap(first -> IntStream.range(first, first + 0x30))
                .filter(Character::isLetter)
                .filter(letter -> Normalizer.isNormalized(Character.toString(letter), Normalizer.Form.NFKC))
                .boxed()
                .toList();
        for (int letter : scripts) {
            String other = Character.toString(letter);
            List<String> confused = LETTERS.codePoints()
                    .mapToObj(Character::toString)
                    .filter(latin -> ICU.getSkeleton(latin).equals(ICU.getSkeleton(other)))
                    .toList();
            boolean known = LETTERS.codePoints()
                    .mapToObj(Character::toString)
                    .anyMatch(latin -> told(latin + "-1", other + "-1") != null);
            assertThat(known).as(other).isEqualTo(!confused.isEmpty());
        }
    }

    @Test
    void random_names_with_exchanged_letters_are_told_when_icu_confuses_each_of_these_letters() {
        Random random = new Random(36);
        for (int i = 0; i < 2_000; i++) {
            int[] name = NAMES.get(random.nextInt(NAMES.size())).codePoints().toArray();
            int[] changed = name.clone();
            for (int at = 0; at < name.length; at++) {
                changed[at] = random.nextInt(3) == 0 ? exchanged(name[at], random) : name[at];
            }
            boolean alike = !Arrays.equals(name, changed)
                    && IntStream.range(0, name.length).allMatch(at -> isConfused(name[at], changed[at]));
            String one = new String(name, 0, name.length);
            String other = new String(changed, 0, changed.length);
            assertThat(told(one, other) != null).as("%s %s", one, other).isEqualTo(alike);
        }
    }

    /** Capitals make no difference between names. */
    private static boolean isConfused(int latin, int other) {
        String letter = Character.toString(latin);
        return Stream.of(letter, letter.toLowerCase(AZERBAIJANI), letter.toUpperCase(AZERBAIJANI))
                .anyMatch(one -> ICU.getSkeleton(one).equals(ICU.getSkeleton(Character.toString(other))));
    }

    /** A letter of Cyrillic or Greek, alike or not. */
    private static int exchanged(int letter, Random random) {
        List<Integer> others = IntStream.concat(IntStream.range(0x0391, 0x03c9), IntStream.range(0x0410, 0x04ff))
                .filter(Character::isLetter)
                .filter(other -> Normalizer.isNormalized(Character.toString(other), Normalizer.Form.NFKC))
                .filter(other -> random.nextInt(4) == 0
                        || ICU.getSkeleton(Character.toString(other))
                                .equals(ICU.getSkeleton(Character.toString(letter))))
                .boxed()
                .toList();
        return others.get(random.nextInt(others.size()));
    }
}

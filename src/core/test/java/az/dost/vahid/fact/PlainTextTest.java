package az.dost.vahid.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Texts are held to ICU, which has Unicode's tables. */
class PlainTextTest {
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final int[] LETTERS =
            "aəğıİöüşçABƏÖÜ 'éO\u0308e\u0301".codePoints().toArray();

    /** The JDK's Unicode is older than ICU's. */
    private static final int[] DEFINED =
            IntStream.range(0, 0x3000).filter(Character::isDefined).toArray();

    @Test
    void no_character_that_unicode_calls_ignorable_or_that_turns_the_direction_is_left() {
        IntStream.rangeClosed(0x80, Character.MAX_CODE_POINT)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .filter(c -> UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                        || UCharacter.hasBinaryProperty(c, UProperty.BIDI_CONTROL))
                .forEach(c -> assertThat(PlainText.of("An" + Character.toString(c) + "ar"))
                        .as("U+%04X", c)
                        .isEqualTo("Anar"));
    }

    @Test
    void every_letter_and_digit_that_can_be_seen_is_left() {
        IntStream.rangeClosed(0x21, 0xffff)
                .filter(c -> UCharacter.isLetterOrDigit(c)
                        && !UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
                .forEach(c -> assertThat(PlainText.of("x" + Character.toString(c)))
                        .as("U+%04X", c)
                        .isEqualTo(NFC.normalize("x" + Character.toString(c))));
    }

    @Test
    void a_text_is_composed_as_icu_composes_it_and_stays_as_it_is_the_second_time() {
        Random random = new Random(36);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 1 + random.nextInt(8); n > 0; n--) {
                text.appendCodePoint(
                        random.nextInt(5) == 0
                                ? DEFINED[random.nextInt(DEFINED.length)]
                                : LETTERS[random.nextInt(LETTERS.length)]);
            }
            String plain = PlainText.of(text.toString());
            assertThat(NFC.isNormalized(plain)).as(plain).isTrue();
            assertThat(PlainText.of(plain)).isEqualTo(plain);
            assertThat(plain).doesNotStartWith(" ").doesNotEndWith(" ").doesNotContain("  ");
        }
    }
}

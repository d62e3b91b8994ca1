package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The typefaces of the pages have every letter of Azerbaijani. */
@Tag("pages")
class LettersTest {
    /** Whether a letter is drawn as one that no typeface has. */
    private static final String DRAWN = """
            letter => {
              const style = getComputedStyle(document.querySelector('h1'));
              const draw = text => {
                const canvas = document.createElement('canvas'); canvas.width = canvas.height = 80;
                const pen = canvas.getContext('2d'); pen.font = '48px ' + style.fontFamily; pen.fillText(text, 8, 60);
                return canvas.toDataURL();
              };
              return draw(letter) !== draw('\\uffff') && draw(letter) !== draw(' ');
            }""";

    @ParameterizedTest
    @ValueSource(strings = {"ə", "Ə", "ğ", "Ğ", "ı", "İ", "ö", "ş", "Ş", "ç", "ü", "–", "▲"})
    void a_letter_is_drawn(String letter) {
        try (Visit visitor = new Visit(RunningPages.get())) {
            visitor.open("/");
            assertThat(visitor.page().evaluate(DRAWN, letter)).isEqualTo(true);
        }
    }
}

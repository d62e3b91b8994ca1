package az.dost.vahid.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTextTest {
    @ParameterizedTest
    @Tag("attack")
    @ValueSource(
            strings = {
                "=1+1",
                "+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                " =1",
                "\u200B=1",
                "\uFF1D1+1",
                "\n=1",
                "\tx"
            })
    void a_text_that_a_spreadsheet_would_compute_begins_with_an_apostrophe(String text) {
        assertThat(SheetText.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ccu-car", "F/18-29", "31-60", "identity-register", "Bakı", "address/civil-status+pensions"})
    void any_other_stays(String text) {
        assertThat(SheetText.of(text)).isEqualTo(text);
    }
}

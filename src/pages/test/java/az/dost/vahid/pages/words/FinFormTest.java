package az.dost.vahid.pages.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a clerk types or pastes for a FIN is read as he means it, or he is told which sign is wrong. */
class FinFormTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "W1D0W01",
                " w1d0w01 ",
                "W1D 0W01",
                "W1D\u00a00W01",
                "\u200eW1D0W01\u200f",
                "\u202bW1D0W01\u202c",
                "\u2066W1D0\u200bW01\u2069",
                "\ufeffW1D0\u00adW01\t",
                "\uff37\uff11\uff24\uff10\uff37\uff10\uff11",
                "W1D0\u2060W01\u0000"
            })
    void marks_that_nobody_sees_are_no_part_of_it(String pasted) {
        assertThat(FinForm.of(pasted)).isEqualTo("W1D0W01");
        assertThat(FinForm.fault(FinForm.of(pasted))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WID0W01, I, desk.form.fin.letter",
        "wıd0w01, I, desk.form.fin.letter",
        "wid0w01, I, desk.form.fin.letter",
        "W1DOW01, O, desk.form.fin.letter",
        "W1D0W0-1, -, desk.form.fin.sign",
        "W1Ə0W01, Ə, desk.form.fin.sign",
        "\u04101D0W01, \u0410, desk.form.fin.sign",
        "W1D0W0\uD83D\uDE00, \uD83D\uDE00, desk.form.fin.sign",
        "W1D0W0, '', desk.form.fin.wrong",
        "W1D0W011, '', desk.form.fin.wrong",
        "'', '', desk.form.fin.missing"
    })
    void a_sign_that_no_fin_has_is_named(String typed, String sign, String fault) {
        String read = FinForm.of(typed);
        assertThat(FinForm.strange(read)).isEqualTo(sign);
        assertThat(FinForm.fault(read)).isEqualTo(fault);
    }

    @Test
    void nothing_is_nothing() {
        assertThat(FinForm.of(null)).isEmpty();
    }
}

package az.dost.vahid.wordbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlikeLettersTest {
    @ParameterizedTest
    @CsvSource({
        "ƏLİLLİK, elillik",
        "Əlillik, ELILLIK",
        "işsiz, issiz",
        "İŞSİZ, ıssız",
        "Çağrı mərkəzi, cagri merkezi",
        "göndəriş, GONDERIS",
        "müavinət, muavinet",
        "qəyyum, Qeyyum",
        "şəhid, ŞƏHİD"
    })
    void letters_that_look_alike_are_the_same(String one, String other) {
        assertThat(AlikeLetters.of(one)).isEqualTo(AlikeLetters.of(other));
    }

    @ParameterizedTest
    @CsvSource({"ev, əv2", "xəstə, qəstə", "işçi, ikçi"})
    void other_letters_are_not(String one, String other) {
        assertThat(AlikeLetters.of(one)).isNotEqualTo(AlikeLetters.of(other));
    }
}

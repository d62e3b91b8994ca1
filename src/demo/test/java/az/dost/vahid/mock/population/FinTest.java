package az.dost.vahid.mock.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinTest {
    @Property
    void leadsBackToItsNumber(@ForAll @LongRange(max = Fin.COUNT - 1) long number) {
        assertThat(Fin.number(Fin.of(number))).hasValue(number);
    }

    @Property
    void isSevenCharactersWithoutThoseThatLookLikeDigits(@ForAll @LongRange(max = Fin.COUNT - 1) long number) {
        assertThat(Fin.of(number)).matches("[0-9A-HJ-NP-Z]{7}");
    }

    @Property
    void hidesThatNumbersAreNeighbours(@ForAll @LongRange(max = 10_000_000) long number) {
        String fin = Fin.of(number);
        String next = Fin.of(number + 1);
        assertThat(fin.charAt(Fin.LENGTH - 1)).isNotEqualTo(next.charAt(Fin.LENGTH - 1));
        assertThat(fin.substring(0, 3)).isNotEqualTo(next.substring(0, 3));
    }

    @Test
    void isNeverGivenTwice() {
        Set<String> given = new HashSet<>();
        for (int number = 0; number < 200_000; number++) {
            assertThat(given.add(Fin.of(number))).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456", "12345678", "12I4567", "12O4567", "12a4567", "123 567", "Ə234567"})
    void isNotMadeOutOfOtherText(String text) {
        assertThat(Fin.number(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Fin.COUNT})
    void hasNoNumberBeyondItsRange(long number) {
        assertThatThrownBy(() -> Fin.of(number)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void ofPersonaBelongsToNoOtherNumber(Personas persona) {
        assertThat(Fin.number(persona.fin()).orElseThrow()).isGreaterThan(2L * Cast.FIRST_ID);
    }
}

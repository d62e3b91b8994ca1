package az.dost.vahid.mock.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.mock.population.Cast;
import az.dost.vahid.mock.population.Fin;
import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.mock.population.Population;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComputedPopulationTest {
    private static final Population SMALL = new ComputedPopulation(1_003);

    static Set<String> agencies() {
        return ComputedPopulation.agencies();
    }

    @Test
    void hasTwentyAgencies() {
        assertThat(agencies()).hasSize(20);
    }

    @Property(tries = 300)
    void findsEveryNumberByItsFin(
            @ForAll @IntRange(min = 1_000, max = 10_000_000) int size, @ForAll @IntRange(max = 9_999_999) int lot) {
        Population population = new ComputedPopulation(size);
        for (int number : new int[] {lot % size, 0, size - 1, size - 1 - lot % 50}) {
            assertThat(population.number(population.fin(number))).hasValue(number);
        }
    }

    @Test
    void givesEveryNumberAFinOfItsOwn() {
        assertThat(IntStream.range(0, SMALL.size()).mapToObj(SMALL::fin)).doesNotHaveDuplicates();
    }

    @Test
    void knowsNobodyBeyondItsSize() {
        assertThat(SMALL.number(new ComputedPopulation(5_000).fin(2_000))).isEqualTo(OptionalInt.empty());
    }

    @Test
    void doesNotKnowTheScrambledFinOfAPersona() {
        assertThat(SMALL.number(Fin.of(Cast.FIRST_ID + 1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 999, 10_000_001})
    void refusesASizeThatItCannotFill(int size) {
        assertThatThrownBy(() -> new ComputedPopulation(size)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1_003})
    void refusesANumberThatNobodyHas(int number) {
        assertThatThrownBy(() -> SMALL.fin(number)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SMALL.facts("tax", number)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnAgencyWithoutARegister() {
        assertThatThrownBy(() -> SMALL.facts("post", 1)).hasMessageContaining("post");
        assertThatThrownBy(() -> SMALL.members("post")).hasMessageContaining("post");
    }

    @ParameterizedTest
    @MethodSource("agencies")
    void countsAsMembersWhomTheAgencyHasFactsOn(String agency) {
        int[] known = IntStream.range(0, SMALL.size())
                .filter(number -> !SMALL.facts(agency, number).isEmpty())
                .toArray();
        assertThat(SMALL.members(agency).toArray()).containsExactly(known);
    }

    @ParameterizedTest
    @MethodSource("agencies")
    void saysTheSameEveryTime(String agency) {
        Population again = new ComputedPopulation(SMALL.size());
        for (int number = 0; number < SMALL.size(); number++) {
            assertThat(again.facts(agency, number)).isEqualTo(SMALL.facts(agency, number));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void castsThePersonasAlikeInEverySize(Personas persona) {
        Population large = new ComputedPopulation(ComputedPopulation.DEFAULT_SIZE);
        for (String agency : agencies()) {
            assertThat(large.facts(agency, large.number(persona.fin()).orElseThrow()))
                    .isEqualTo(SMALL.facts(agency, SMALL.number(persona.fin()).orElseThrow()));
        }
    }
}

package az.dost.vahid.journeys.warm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cost that falls no more is steady. */
class SteadinessTest {
    /** How many were needed; 0 when it never was steady. */
    private static int needed(long... costs) {
        Steadiness steadiness = new Steadiness();
        for (int i = 0; i < costs.length; i++) {
            if (steadiness.steady(costs[i])) {
                return i + 1;
            }
        }
        return 0;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100 60 40 30 20 15 10 8 | 0",
                "100 60 40 30 29 29 29 29 29 | 8",
                "100 100 100 100 100 | 5",
                "100 50 20 101 20 20 20 20 20 20 | 9",
                "100 | 0"
            })
    void what_still_falls_is_not_steady_and_one_slow_round_makes_nothing_so(String costs, int rounds) {
        assertThat(needed(Stream.of(costs.split(" ")).mapToLong(Long::parseLong).toArray()))
                .isEqualTo(rounds);
    }
}

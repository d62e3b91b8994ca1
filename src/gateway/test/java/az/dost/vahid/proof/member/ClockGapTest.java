package az.dost.vahid.proof.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockGapTest {
    private static final Instant NOW = Instant.parse("2026-11-28T03:00:00Z");

    /** By how much this machine is ahead, and how long the way there and back takes, in milliseconds. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1900, 0", "-1900, 0", "0, 30000", "4000, 2500", "-4000, 2500"})
    void clocks_that_may_agree_are_not_doubted(long ahead, long way) {
        Instant before = NOW.plusMillis(ahead);
        assertThat(ClockGap.of(before, NOW.plusMillis(ahead < 0 ? 0 : way), before.plusMillis(way)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2100, 0, 2.1 seconds ahead of",
        "-2100, 0, 2.1 seconds behind",
        "6000, 3000, 6.0 seconds ahead of",
        "-86400000, 10, 86399.9 seconds behind"
    })
    void clocks_that_cannot_agree_are_told(long ahead, long way, String told) {
        Instant before = NOW.plusMillis(ahead);
        assertThat(ClockGap.of(before, NOW, before.plusMillis(way)))
                .hasValueSatisfying(line -> assertThat(line).contains(told).doesNotContain("\n"));
    }

    @Test
    void it_is_the_database_that_is_asked_in_between() {
        java.time.Clock clock = java.time.Clock.fixed(NOW, java.time.ZoneOffset.UTC);
        assertThat(ClockGap.of(clock, () -> NOW.plus(Duration.ofSeconds(1)))).isEmpty();
        assertThat(ClockGap.of(clock, () -> NOW.plus(Duration.ofSeconds(3)))).isPresent();
    }
}

package az.dost.vahid.pages.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

/** An official is told that a caller is locked, and until when, by the checks that he saw fail. */
class FailedChecksTest {
    private static final Instant NINE = Instant.parse("2026-12-02T05:00:00Z");
    private final MockHttpSession session = new MockHttpSession();

    private void fails(String fin, int minute) {
        FailedChecks.count(session, fin, fin + minute, NINE.plus(Duration.ofMinutes(minute)));
    }

    private Instant closedUntil(String fin, int minute) {
        return FailedChecks.closedUntil(session, fin, NINE.plus(Duration.ofMinutes(minute)))
                .orElse(null);
    }

    @Test
    void after_the_third_within_an_hour_it_is_closed_until_an_hour_after_the_first() {
        fails("W1D0W01", 0);
        fails("W1D0W01", 20);
        assertThat(closedUntil("W1D0W01", 21)).isNull();
        fails("W1D0W01", 30);
        assertThat(closedUntil("W1D0W01", 31)).isEqualTo("2026-12-02T06:00:00Z");
        assertThat(closedUntil("W1D0W01", 60)).isNull();
        assertThat(closedUntil("CH1LD01", 31)).isNull();
    }

    @Test
    void what_is_refused_while_it_is_closed_does_not_lengthen_it() {
        fails("W1D0W01", 0);
        fails("W1D0W01", 1);
        fails("W1D0W01", 2);
        fails("W1D0W01", 50);
        assertThat(closedUntil("W1D0W01", 51)).isEqualTo("2026-12-02T06:00:00Z");
    }

    @Test
    void after_the_sixth_within_a_day_it_is_closed_for_the_day() {
        for (int hour = 0; hour < 6; hour++) {
            fails("W1D0W01", hour * 100);
        }
        assertThat(closedUntil("W1D0W01", 501)).isEqualTo("2026-12-03T05:00:00Z");
    }

    @Test
    void a_form_that_is_sent_twice_is_one_attempt() {
        fails("W1D0W01", 0);
        fails("W1D0W01", 1);
        fails("W1D0W01", 1);
        assertThat(closedUntil("W1D0W01", 2)).isNull();
    }
}

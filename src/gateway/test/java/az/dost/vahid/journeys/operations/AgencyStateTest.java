package az.dost.vahid.journeys.operations;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.sources.agency.call.AnswerTally.Counts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes an agency look as it does. */
class AgencyStateTest {
    /** Breakers apart by a blank; each call took as long, in milliseconds; its deadline is 2,000. */
    @ParameterizedTest(name = "{0}: {1} of {2}, breakers {3}, {4} ms, off {5}, late {6}")
    @CsvSource({
        "UP,           100, 100, CLOSED CLOSED, 40,   false, false",
        "UP,            95, 100, CLOSED,        40,   false, false",
        "FAILING,       94, 100, CLOSED,        40,   false, false",
        "FAILING,       94, 100, CLOSED,        1900, false, true",
        "FAILING,        9,  10, CLOSED,        40,   false, false",
        "FEW_QUESTIONS,  8,   9, CLOSED,        40,   false, false",
        "FEW_QUESTIONS,  3,   4, CLOSED,        40,   false, false",
        "FEW_QUESTIONS,  3,   4, CLOSED,        1500, false, false",
        "FEW_QUESTIONS,  9,   9, CLOSED,        1500, false, false",
        "SLOW,          10,  10, CLOSED,        1500, false, false",
        "UP,           100, 100, CLOSED,        700,  false, false",
        "FEW_QUESTIONS,  1,   9, CLOSED,        40,   false, false",
        "FEW_QUESTIONS,  1,   5, CLOSED,        40,   false, false",
        "LATE,           1,   5, CLOSED,        40,   false, true",
        "UP,            10,  10, CLOSED,        40,   false, false",
        "DOWN,           0,   9, CLOSED,        0,    false, false",
        "DOWN,           0,   3, CLOSED,        0,    false, false",
        "DOWN,           0,   1, CLOSED,        0,    false, false",
        "DOWN,          50, 100, OPEN OPEN,     40,   false, false",
        "FAILING,       50, 100, OPEN CLOSED,   40,   false, false",
        "SLOW,         100, 100, CLOSED,        1500, false, false",
        "QUIET,          0,   0, CLOSED,        0,    false, false",
        "LATE,           0,   0, CLOSED,        0,    false, true",
        "LATE,         100, 100, CLOSED,        40,   false, true",
        "SWITCHED_OFF,   0,  10, OPEN,          0,    true,  true"
    })
    void is_the_worst_that_is_known_of_it(
            AgencyState expected, int answered, int asked, String breakers, long ms, boolean off, boolean late) {
        assertThat(state(answered, asked, breakers, ms, off, late, 2_000)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1} ms of {2}")
    @CsvSource({"UP, 60, 100", "UP, 84, 90", "SLOW, 140, 150", "SLOW, 140, 200", "UP, 140, 400"})
    void is_not_slow_for_what_nobody_notices_however_short_its_deadline_is(
            AgencyState expected, long ms, int timeoutMs) {
        assertThat(state(100, 100, "CLOSED", ms, false, false, timeoutMs)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1} of {2}, {3} ms")
    @CsvSource({
        "false, 20, 20, 40",
        "false, 19, 20, 40",
        "true,  18, 20, 40",
        "true,   0,  1, 0",
        "true,   1,  1, 1500",
        "false,  1,  1, 700"
    })
    void holds_lookups_up_in_a_minute_in_which_it_is_silent_or_slow(
            boolean expected, int answered, int asked, long ms) {
        assertThat(AgencyState.holdsUp(counts(answered, asked, ms), 2_000)).isEqualTo(expected);
    }

    private static Counts counts(int answered, int asked, long ms) {
        int[] times = new int[62];
        if (answered > 0) {
            times[(int) Math.ceil(4 * Math.log(ms) / Math.log(2))] = answered;
        }
        return new Counts(asked, answered, times);
    }

    private static AgencyState state(
            int answered, int asked, String breakers, long ms, boolean off, boolean late, int timeoutMs) {
        return AgencyState.of(
                new AgencyState.Known(counts(answered, asked, ms), List.of(breakers.split(" ")), off, late, timeoutMs));
    }
}

package az.dost.vahid.sources.agency.call;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts of answers, and what percentiles they give. */
class AnswerTimesTest {
    private final AnswerTally tally = new AnswerTally();

    private void answer(Verdict verdict, Reason reason, long ms) {
        tally.of("tax")
                .add(new SourceAnswer(
                        "tax", verdict, reason, null, ms, JsonNodeFactory.instance.objectNode(), List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 49, 50, 51, 1_000, 1_999, 2_001, 30_000})
    void a_time_is_counted_below_its_bound_and_above_the_one_before(long ms) {
        int index = AnswerTimes.index(ms);
        assertThat((double) ms).isLessThanOrEqualTo(AnswerTimes.bound(index));
        if (index > 0) {
            assertThat((double) ms).isGreaterThan(AnswerTimes.bound(index - 1));
        }
    }

    @Test
    void whatever_is_longer_than_the_last_bound_is_counted_there() {
        assertThat(AnswerTimes.index(Long.MAX_VALUE)).isEqualTo(AnswerTimes.BOUNDS - 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.9, 0.95, 0.99})
    void a_percentile_is_right_within_a_fifth(double share) {
        LongStream.rangeClosed(1, 2_000).forEach(ms -> answer(Verdict.ANSWERED, null, ms));
        assertThat((double) AnswerTimes.within(tally.take().get("tax").times(), share))
                .isCloseTo(2_000 * share, Percentage.withPercentage(20));
    }

    @Test
    void without_calls_there_is_no_percentile() {
        assertThat(AnswerTimes.within(new int[0], 0.95)).isEqualTo(-1);
    }

    @Test
    void a_breaker_that_was_open_is_a_question_without_an_answer_and_without_a_time() {
        answer(Verdict.ANSWERED, null, 40);
        answer(Verdict.NO_RECORD, null, 40);
        answer(Verdict.TIMED_OUT, Reason.NO_ANSWER_IN_TIME, 2_000);
        answer(Verdict.UNAVAILABLE, Reason.CIRCUIT_OPEN, 0);
        AnswerTally.Counts counts = tally.take().get("tax");
        assertThat(counts.asked()).isEqualTo(4);
        assertThat(counts.answered()).isEqualTo(2);
        assertThat(counts.times()[AnswerTimes.index(40)]).isEqualTo(2);
        assertThat(IntStream.of(counts.times()).sum()).isEqualTo(3);
    }

    @Test
    void what_was_taken_is_not_counted_again() {
        answer(Verdict.ANSWERED, null, 40);
        assertThat(tally.take()).containsOnlyKeys("tax");
        assertThat(tally.take()).isEmpty();
    }

    @Test
    void counts_of_two_gateways_add_up() {
        answer(Verdict.ANSWERED, null, 40);
        AnswerTally.Counts one = tally.take().get("tax");
        answer(Verdict.REJECTED, Reason.MALFORMED, 40);
        AnswerTally.Counts sum =
                AnswerTally.Counts.NONE.plus(one).plus(tally.take().get("tax"));
        assertThat(sum.asked()).isEqualTo(2);
        assertThat(sum.answered()).isEqualTo(1);
    }
}

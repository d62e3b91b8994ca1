package az.dost.vahid.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.agency.SourceAnswer;
import az.dost.vahid.agency.Verdict;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class VigilanceTest {
    @Test
    void a_citizen_whom_no_register_knows_is_unknown() {
        assertThat(Vigilance.unknownToMost(answers(Verdict.NO_RECORD, Verdict.NO_RECORD))).isTrue();
    }

    @Test
    void registers_that_are_silent_say_nothing_of_a_citizen() {
        assertThat(Vigilance.unknownToMost(answers(Verdict.NO_RECORD, Verdict.TIMED_OUT, Verdict.UNAVAILABLE, Verdict.TIMED_OUT))).isFalse();
    }

    @Test
    void one_silent_register_does_not_hide_that_the_others_know_nobody() {
        assertThat(Vigilance.unknownToMost(answers(Verdict.NO_RECORD, Verdict.NO_RECORD, Verdict.UNAVAILABLE))).isTrue();
    }

    private static List<SourceAnswer> answers(Verdict... verdicts) {
        return Arrays.stream(verdicts).map(verdict -> new SourceAnswer("tax", verdict, null, null, 0, JsonNodeFactory.instance.objectNode(),
                List.of())).toList();
    }
}

package az.dost.vahid.journeys.lookup;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.SubjectState;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.journeys.misuse.Misuse;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class VigilanceTest {
    private final Misuse misuse = mock(Misuse.class);
    private final ObjectNode draft = JsonNodeFactory.instance.objectNode();

    @Test
    void a_citizen_whom_no_register_knows_is_unknown() {
        learn(Verdict.NO_RECORD, Verdict.NO_RECORD);
        verify(misuse, times(1)).unknown(any(), any(), any(), any(), any());
    }

    @Test
    void registers_that_are_silent_say_nothing_of_a_citizen() {
        learn(Verdict.NO_RECORD, Verdict.TIMED_OUT, Verdict.UNAVAILABLE, Verdict.TIMED_OUT);
        verify(misuse, never()).unknown(any(), any(), any(), any(), any());
    }

    @Test
    void one_silent_register_does_not_hide_that_the_others_know_nobody() {
        learn(Verdict.NO_RECORD, Verdict.NO_RECORD, Verdict.UNAVAILABLE);
        verify(misuse, times(1)).unknown(any(), any(), any(), any(), any());
    }

    @Test
    void a_citizen_of_whom_one_register_has_a_fact_is_known() {
        draft.withObject("/facts").putObject("taxpayer");
        learn(Verdict.NO_RECORD, Verdict.NO_RECORD, Verdict.ANSWERED);
        verify(misuse, never()).unknown(any(), any(), any(), any(), any());
    }

    private void learn(Verdict... verdicts) {
        draft.withObject("/facts");
        Lookup.Planned planned = LookupOf.planned(
                LookupOf.asked(null, new LookupRequest("1AAAAAA", "ccu-intake", "CASE/1", "a.b", List.of(), 3000)),
                null,
                List.of());
        List<SourceAnswer> answers = Arrays.stream(verdicts)
                .map(verdict -> new SourceAnswer(
                        "tax", verdict, null, null, 0, JsonNodeFactory.instance.objectNode(), List.of()))
                .toList();
        new Vigilance(null, null, misuse, 1)
                .learn(new Lookup.Combined(planned, answers, SubjectState.UNKNOWN, "2026-11-30", draft));
    }
}

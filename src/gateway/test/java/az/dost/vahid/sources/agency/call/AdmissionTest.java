package az.dost.vahid.sources.agency.call;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only silence cuts an agency off for all. */
class AdmissionTest {
    private static final int ENOUGH_TO_OPEN = 15;
    private static final long SILENCE_MS = 500;
    private final Admission admission = new Admission("agency", 20, null);

    private void leave(int times, Verdict verdict, Reason reason, long elapsedMs) {
        for (int i = 0; i < times && admission.state() == CircuitBreaker.State.CLOSED; i++) {
            admission.enter();
            admission.leave(
                    new SourceAnswer(
                            "agency",
                            verdict,
                            reason,
                            null,
                            elapsedMs,
                            JsonNodeFactory.instance.objectNode(),
                            List.of()),
                    SILENCE_MS);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE, CONNECTION_FAILED, 1, OPEN",
        "TIMED_OUT, NO_ANSWER_IN_TIME, 500, OPEN",
        "TIMED_OUT, NO_ANSWER_IN_TIME, 499, CLOSED",
        "UNAVAILABLE, AGENCY_ERROR, 40, CLOSED",
        "UNAVAILABLE, INTERNAL, 40, CLOSED",
        "NOT_AUTHORISED, CREDENTIALS_REFUSED, 40, CLOSED",
        "REJECTED, UNMAPPABLE, 40, CLOSED",
        "REJECTED, SIGNATURE_INVALID, 40, CLOSED"
    })
    void the_breaker_opens_by_silence_alone(
            Verdict verdict, Reason reason, long elapsedMs, CircuitBreaker.State state) {
        leave(2 * ENOUGH_TO_OPEN, verdict, reason, elapsedMs);
        assertThat(admission.state()).isEqualTo(state);
    }

    @Test
    void faults_inside_vahid_hide_no_silence() {
        leave(2 * ENOUGH_TO_OPEN, Verdict.UNAVAILABLE, Reason.INTERNAL, 40);
        assertThat(admission.inFlight()).isZero();
        leave(ENOUGH_TO_OPEN, Verdict.UNAVAILABLE, Reason.CONNECTION_FAILED, 40);
        assertThat(admission.state()).isEqualTo(CircuitBreaker.State.OPEN);
    }

    /** The shortest deadline of a lookup is 100 ms, in which few agencies answer. */
    @Test
    @Tag("attack")
    void a_requester_with_short_deadlines_cuts_no_agency_off_for_the_others() {
        leave(100, Verdict.TIMED_OUT, Reason.NO_ANSWER_IN_TIME, 100);
        assertThat(admission.state()).isEqualTo(CircuitBreaker.State.CLOSED);
        leave(1, Verdict.ANSWERED, null, 200);
    }
}

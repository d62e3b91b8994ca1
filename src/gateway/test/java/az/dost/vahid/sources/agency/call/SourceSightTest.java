package az.dost.vahid.sources.agency.call;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.trace.Traces;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Operators see an agency that fails. */
class SourceSightTest {
    private static final int ENOUGH_TO_OPEN = 15;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SourceSight sight = new SourceSight(meters, Traces.OFF);
    private final Admission admission = new Admission("agency", 20, null);

    private static SourceAnswer answer(Verdict verdict, Reason reason) {
        return new SourceAnswer("agency", verdict, reason, null, 40, JsonNodeFactory.instance.objectNode(), List.of());
    }

    private double state(String state) {
        return meters.get("vahid.agency.breaker")
                .tags("agency", "agency", "state", state)
                .gauge()
                .value();
    }

    @Test
    void a_breaker_shows_its_state() {
        sight.show("agency", admission);
        assertThat(List.of(state("CLOSED"), state("HALF_OPEN"), state("OPEN"))).containsExactly(1.0, 0.0, 0.0);
        for (int i = 0; i < ENOUGH_TO_OPEN; i++) {
            admission.enter();
            admission.leave(answer(Verdict.TIMED_OUT, Reason.NO_ANSWER_IN_TIME), 40);
        }
        assertThat(List.of(state("CLOSED"), state("HALF_OPEN"), state("OPEN"))).containsExactly(0.0, 0.0, 1.0);
    }

    @Test
    void calls_under_way_are_counted() {
        sight.show("agency", admission);
        admission.enter();
        admission.enter();
        admission.leave(answer(Verdict.ANSWERED, null), 40);
        assertThat(meters.get("vahid.agency.calls")
                        .tag("agency", "agency")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void an_agency_is_timed_by_verdict_and_reason() {
        SourceTimes times = sight.times("agency");
        times.record(answer(Verdict.ANSWERED, null));
        times.record(answer(Verdict.ANSWERED, Reason.UNMAPPABLE));
        times.record(answer(Verdict.REJECTED, Reason.UNMAPPABLE));
        // A new version of the connector counts on.
        sight.times("agency").record(answer(Verdict.REJECTED, Reason.UNMAPPABLE));
        assertThat(timer("ANSWERED", "NONE").count()).isOne();
        assertThat(timer("ANSWERED", "UNMAPPABLE").count()).isOne();
        assertThat(timer("REJECTED", "UNMAPPABLE").count()).isEqualTo(2);
        assertThat(timer("REJECTED", "UNMAPPABLE").totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(80);
    }

    private Timer timer(String verdict, String reason) {
        return meters.get("vahid.source")
                .tags("agency", "agency", "verdict", verdict, "reason", reason)
                .timer();
    }
}

package az.dost.vahid.sources.agency.call;

import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.proof.member.GatewayStatus;
import az.dost.vahid.proof.member.OwnStatus;
import az.dost.vahid.trace.Traces;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;

/**
 * What operators see of sources: how long each took and what came of it, whether its breaker is open, and its span.
 * Never whom it was asked about.
 */
public final class SourceSight {
    private final MeterRegistry meters;
    private final Traces traces;
    private final AnswerTally tally;
    private final OwnStatus telling;
    private final UnusableAnswers unusable;

    /** For calls of which no other gateway hears. */
    public SourceSight(MeterRegistry meters, Traces traces) {
        this(meters, traces, new AnswerTally(), new OwnStatus(), new UnusableAnswers());
    }

    public SourceSight(
            MeterRegistry meters, Traces traces, AnswerTally tally, OwnStatus telling, UnusableAnswers unusable) {
        this.meters = meters;
        this.traces = traces;
        this.tally = tally;
        this.telling = telling;
        this.unusable = unusable;
    }

    /** The agency's breaker, and its calls in flight. */
    public void show(String agency, Admission admission) {
        for (CircuitBreaker.State state : new CircuitBreaker.State[] {
            CircuitBreaker.State.CLOSED, CircuitBreaker.State.HALF_OPEN, CircuitBreaker.State.OPEN
        }) {
            Gauge.builder("vahid.agency.breaker", admission, its -> its.state() == state ? 1 : 0)
                    .tag("agency", agency)
                    .tag("state", state.name())
                    .description("1 for the state that the agency's circuit breaker is in")
                    .register(meters);
        }
        Gauge.builder("vahid.agency.calls", admission, Admission::inFlight)
                .tag("agency", agency)
                .description("Calls to the agency that are under way")
                .register(meters);
        telling.agency(
                agency,
                () -> new GatewayStatus.Seen(admission.state().name(), admission.inFlight(), unusable.last(agency)));
    }

    SourceTimes times(String agency) {
        return new SourceTimes(agency, meters, tally.of(agency));
    }

    /** Whether what the agency says can be used is told of. */
    void usable(SourceAnswer answer) {
        unusable.saw(answer);
    }

    /** The span of a call that begins. */
    Span begin(String agency, Question question) {
        return traces.source(agency, question.trace(), System.nanoTime());
    }

    /** One that waited for the answer to another lookup's call. */
    void joined(Question question, SourceAnswer answer, long startedNanos) {
        Traces.end(
                traces.source(answer.agency(), question.trace(), startedNanos).setAttribute("vahid.shared", true),
                answer);
    }
}

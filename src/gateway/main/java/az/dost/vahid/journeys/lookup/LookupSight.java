package az.dost.vahid.journeys.lookup;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.trace.TracedLog;
import az.dost.vahid.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;

/**
 * What operators see of lookups: how long each took by how complete it was, and its span. Never whom it was about; nor
 * that one was refused or slowed down for a protected person or a rule against misuse (decision 106): a lookup begins
 * here once it is judged, and its time without what a rule added.
 */
final class LookupSight {
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(3),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(20)
    };
    private final MeterRegistry meters;
    private final Traces traces;
    /** By completeness and subject, those of somebody who waits and others. */
    private final Map<Outcome, Timer> timers = new ConcurrentHashMap<>();

    private record Outcome(boolean background, String completeness, String subject) {}

    LookupSight(MeterRegistry meters, Traces traces) {
        this.meters = meters;
        this.traces = traces;
    }

    /**
     * From here on sources are asked: as part of its span, where there is one.
     *
     * @return an invalid one while traces are off
     */
    Span begin(Lookup.Judged lookup, Exchange exchange) {
        Span span = traces.lookup(lookup.trace, lookup.beganNanos());
        if (span.getSpanContext().isValid()) {
            span.setAttribute("vahid.lookup", lookup.id.toString())
                    .setAttribute("vahid.service", lookup.request.service());
            if (lookup.delayMs == 0) {
                TracedLog.begin(exchange, Traces.of(span));
            }
        }
        return span;
    }

    /** It is in the record. */
    void kept(Lookup.Assembled lookup) {
        Outcome outcome = new Outcome(
                lookup.background(),
                lookup.dossier.path("completeness").asText(),
                lookup.dossier.path("subject").path("state").asText());
        timers.computeIfAbsent(outcome, this::timer)
                .record(System.nanoTime() - lookup.beganNanos(), TimeUnit.NANOSECONDS);
        lookup.span.setAttribute("vahid.completeness", outcome.completeness);
        lookup.span.end();
    }

    /** It ends with a problem; one that had not begun has no span. */
    static void refused(Lookup.Planned lookup, ProblemCode code) {
        lookup.span.setAttribute("vahid.code", code.name());
        lookup.span.setStatus(StatusCode.ERROR);
        lookup.span.end();
    }

    private Timer timer(Outcome outcome) {
        return Timer.builder("vahid.lookup")
                .description("How long a lookup took, from its request to the record; not those that were refused")
                .serviceLevelObjectives(BOUNDS)
                .tags(
                        "for",
                        outcome.background ? "later" : "now",
                        "completeness",
                        outcome.completeness,
                        "subject",
                        outcome.subject)
                .register(meters);
    }
}

package az.dost.vahid.journeys.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.TraceParent;
import az.dost.vahid.edge.access.TestRequester;
import az.dost.vahid.trace.Traces;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** Operators see how lookups go, and nothing of the person. */
class LookupSightTest {
    private static final int DEADLINE_MS = 3_000;
    private static final TraceParent TRACE = new TraceParent("1".repeat(32), "2".repeat(16), true);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LookupSight sight = new LookupSight(meters, Traces.OFF);

    private static Lookup lookup(long secondsAgo, Lookup.Occasion occasion) {
        return new Lookup(
                TestRequester.of("desk", "Desk", null, Set.of("*"), Set.of(), Map.of(), Set.of(), false, Set.of()),
                new LookupRequest("W1D0W01", "ccu-intake", "CASE/1", "a.quliyeva", List.of(), DEADLINE_MS),
                occasion,
                System.nanoTime() - TimeUnit.SECONDS.toNanos(secondsAgo),
                TRACE,
                Form.JSON,
                null);
    }

    private static Lookup.Assembled made(Lookup lookup, int delayMs) {
        ObjectNode dossier = JsonNodeFactory.instance.objectNode().put("completeness", "PARTIAL");
        dossier.putObject("subject").put("state", "KNOWN").put("fin", "W1D0W01");
        return LookupOf.assembled(LookupOf.judged(lookup, delayMs), dossier);
    }

    private Timer timer(String whose) {
        return meters.get("vahid.lookup")
                .tags("for", whose, "completeness", "PARTIAL", "subject", "KNOWN")
                .timer();
    }

    @Test
    void a_lookup_is_timed_from_its_request_to_the_record() {
        sight.kept(made(lookup(2, Lookup.Occasion.FACE), 0));
        assertThat(timer("now").count()).isOne();
        assertThat(timer("now").totalTime(TimeUnit.SECONDS)).isBetween(2.0, 60.0);
    }

    @Test
    void those_for_whom_nobody_waits_are_told_apart() {
        sight.kept(made(lookup(0, Lookup.Occasion.BACKGROUND), 0));
        assertThat(timer("later").count()).isOne();
        assertThat(meters.find("vahid.lookup").tag("for", "now").timer()).isNull();
    }

    @Test
    void what_a_rule_against_misuse_added_is_not_in_the_time() {
        sight.kept(made(lookup(30, Lookup.Occasion.FACE), 30_000));
        assertThat(timer("now").totalTime(TimeUnit.SECONDS)).isLessThan(20);
    }

    @Test
    void while_traces_are_off_a_lookup_has_no_span_and_agencies_are_asked_in_the_callers_trace() {
        Lookup.Judged lookup = LookupOf.judged(lookup(0, Lookup.Occasion.FACE), 0);
        Span span = sight.begin(lookup, new DefaultExchange(new DefaultCamelContext()));
        assertThat(span).isSameAs(Span.getInvalid());
        assertThat(LookupOf.planned(lookup).question.trace()).isSameAs(TRACE);
    }
}

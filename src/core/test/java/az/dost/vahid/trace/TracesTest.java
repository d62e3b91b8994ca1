package az.dost.vahid.trace;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.TraceParent;
import az.dost.vahid.answer.Verdict;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TracesTest {
    private static final TraceParent CALLER =
            TraceParent.read("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    private final List<SpanData> sent = new CopyOnWriteArrayList<>();

    private Traces traces(double share) {
        return Otlp.traces(
                new TraceSettings("http://localhost", share, "gateway-1"),
                SimpleSpanProcessor.create(new SpanExporter() {
                    @Override
                    public CompletableResultCode export(Collection<SpanData> spans) {
                        sent.addAll(spans);
                        return CompletableResultCode.ofSuccess();
                    }

                    @Override
                    public CompletableResultCode flush() {
                        return CompletableResultCode.ofSuccess();
                    }

                    @Override
                    public CompletableResultCode shutdown() {
                        return CompletableResultCode.ofSuccess();
                    }
                }));
    }

    private static SourceAnswer answer(Verdict verdict, Reason reason) {
        return new SourceAnswer("tax", verdict, reason, null, 12, JsonNodeFactory.instance.objectNode(), List.of());
    }

    private static void ask(Traces traces, TraceParent caller, SourceAnswer answer) {
        Span lookup = traces.lookup(caller, System.nanoTime());
        Traces.end(traces.source(answer.agency(), Traces.of(lookup), System.nanoTime()), answer);
        lookup.end();
    }

    @Test
    void a_lookup_is_part_of_the_callers_trace_and_its_sources_are_part_of_it() {
        ask(traces(0), CALLER, answer(Verdict.TIMED_OUT, Reason.NO_ANSWER_IN_TIME));
        SpanData source = sent.get(0);
        SpanData lookup = sent.get(1);
        assertThat(lookup.getTraceId()).isEqualTo(CALLER.traceId());
        assertThat(lookup.getParentSpanId()).isEqualTo(CALLER.spanId());
        assertThat(source.getTraceId()).isEqualTo(CALLER.traceId());
        assertThat(source.getParentSpanId()).isEqualTo(lookup.getSpanId());
        assertThat(source.getAttributes().asMap())
                .containsEntry(AttributeKey.stringKey("vahid.agency"), "tax")
                .containsEntry(AttributeKey.stringKey("vahid.verdict"), "TIMED_OUT")
                .containsEntry(AttributeKey.stringKey("vahid.reason"), "NO_ANSWER_IN_TIME")
                .hasSize(3);
        assertThat(source.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(lookup.getResource().getAttributes().get(AttributeKey.stringKey("service.instance.id")))
                .isEqualTo("gateway-1");
    }

    @Test
    void a_register_that_has_spoken_is_no_error() {
        ask(traces(1), null, answer(Verdict.NO_RECORD, null));
        assertThat(sent)
                .hasSize(2)
                .allSatisfy(span -> assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET));
        assertThat(sent.get(0).getAttributes().asMap()).doesNotContainKey(AttributeKey.stringKey("vahid.reason"));
    }

    @Test
    void a_lookup_begins_when_its_request_came() {
        Span lookup = traces(1).lookup(null, System.nanoTime() - TimeUnit.SECONDS.toNanos(2));
        lookup.end();
        assertThat(sent.get(0).getEndEpochNanos() - sent.get(0).getStartEpochNanos())
                .isBetween(TimeUnit.MILLISECONDS.toNanos(1_900), TimeUnit.SECONDS.toNanos(60));
    }

    @Test
    void a_caller_who_records_nothing_is_followed_and_agencies_are_told_of_his_trace() {
        TraceParent unrecorded = new TraceParent(CALLER.traceId(), CALLER.spanId(), false);
        Traces traces = traces(1);
        Span lookup = traces.lookup(unrecorded, System.nanoTime());
        TraceParent told = Traces.of(traces.source("tax", Traces.of(lookup), System.nanoTime()));
        lookup.end();
        assertThat(sent).isEmpty();
        assertThat(told.traceId()).isEqualTo(CALLER.traceId());
        assertThat(told.sampled()).isFalse();
    }

    @Test
    void of_lookups_whose_callers_trace_nothing_the_share_is_traced() {
        ask(traces(0), null, answer(Verdict.ANSWERED, null));
        assertThat(sent).isEmpty();
    }

    @Test
    void nothing_is_made_while_traces_are_off() {
        Span lookup = Traces.OFF.lookup(CALLER, System.nanoTime());
        assertThat(lookup).isSameAs(Span.getInvalid()).isSameAs(Traces.OFF.source("tax", CALLER, System.nanoTime()));
        assertThat(Traces.of(lookup)).isNull();
    }

    @Test
    void spans_reach_a_collector_by_otlp_and_what_waits_is_sent_at_the_end() throws IOException, InterruptedException {
        BlockingQueue<String> got = new LinkedBlockingQueue<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            got.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try {
            Traces traces = Otlp.traces(
                    new TraceSettings(
                            "http://localhost:" + collector.getAddress().getPort() + "/v1/traces", 1, "gateway-1"),
                    "Basic eDp5");
            ask(traces, CALLER, answer(Verdict.ANSWERED, null));
            traces.close();
            assertThat(got.poll(20, TimeUnit.SECONDS))
                    .startsWith("Basic eDp5 ")
                    .contains("lookup", "source", "vahid.agency", "tax", "ANSWERED", "gateway-1");
        } finally {
            collector.stop(0);
        }
    }

    @Test
    void a_collector_that_is_away_costs_nobody_anything() {
        Traces traces = Otlp.traces(new TraceSettings("http://localhost:1/v1/traces", 1, "gateway-1"), "");
        long began = System.nanoTime();
        for (int i = 0; i < 10_000; i++) {
            ask(traces, null, answer(Verdict.ANSWERED, null));
        }
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began)).isLessThan(20);
        traces.close();
    }
}

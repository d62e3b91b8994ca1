package az.dost.vahid.trace;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.concurrent.TimeUnit;

/**
 * Begins and ends spans: one for each lookup that is granted, and below it one for each source that is asked. They tell
 * of agencies, verdicts and times; never of a person, an official or a case. While traces are off nothing is made: each
 * method begins with that question.
 */
public final class Traces implements AutoCloseable {
    /** Nothing is traced. */
    public static final Traces OFF = new Traces(null, () -> {});

    private final Tracer tracer;
    private final Runnable end;

    /**
     * @param tracer null for none
     * @param end sends what has ended and was not sent
     */
    Traces(Tracer tracer, Runnable end) {
        this.tracer = tracer;
        this.end = end;
    }

    /**
     * A lookup begins.
     *
     * @param caller trace that its request is part of; null for one of its own
     * @param sinceNanos {@link System#nanoTime()} of its beginning
     * @return an invalid one while traces are off
     */
    public Span lookup(TraceParent caller, long sinceNanos) {
        return tracer == null
                ? Span.getInvalid()
                : begin("lookup", SpanKind.SERVER, caller, sinceNanos).startSpan();
    }

    /**
     * A source is asked.
     *
     * @param lookup the lookup's span; null for one that is not traced
     * @return an invalid one while traces are off, or the lookup is not traced
     */
    public Span source(String agency, TraceParent lookup, long sinceNanos) {
        return tracer == null || lookup == null
                ? Span.getInvalid()
                : begin("source", SpanKind.CLIENT, lookup, sinceNanos)
                        .setAttribute("vahid.agency", agency)
                        .startSpan();
    }

    /** What came of it, and its end. */
    public static void end(Span source, SourceAnswer answer) {
        if (source.isRecording()) {
            source.setAttribute("vahid.verdict", answer.verdict().name());
            if (answer.reason() != null) {
                source.setAttribute("vahid.reason", answer.reason().name());
            }
            if (!answer.verdict().spoke()) {
                source.setStatus(StatusCode.ERROR);
            }
            source.end();
        }
    }

    /** For whatever is called within a span; null for an invalid one. */
    public static TraceParent of(Span span) {
        SpanContext its = span.getSpanContext();
        return its.isValid() ? new TraceParent(its.getTraceId(), its.getSpanId(), its.isSampled()) : null;
    }

    @Override
    public void close() {
        end.run();
    }

    private SpanBuilder begin(String name, SpanKind kind, TraceParent parent, long sinceNanos) {
        SpanBuilder builder = tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setStartTimestamp(
                        TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) - (System.nanoTime() - sinceNanos),
                        TimeUnit.NANOSECONDS);
        return parent == null
                ? builder.setNoParent()
                : builder.setParent(Context.root()
                        .with(Span.wrap(SpanContext.createFromRemoteParent(
                                parent.traceId(),
                                parent.spanId(),
                                parent.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault(),
                                TraceState.getDefault()))));
    }
}

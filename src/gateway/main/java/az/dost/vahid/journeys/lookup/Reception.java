package az.dost.vahid.journeys.lookup;

import az.dost.vahid.answer.TraceParent;
import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.Connection;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.edge.door.IdempotencyKey;
import az.dost.vahid.trace.TracedLog;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the three faces of the lookup have in common once they have read what is asked. */
public final class Reception {
    /** Bytes of a request's body. */
    public static final int MAX_BODY = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    /**
     * Makes a request a lookup, and takes away every header that the caller could set. Its time runs since its request
     * came.
     */
    public static Lookup receive(Exchange exchange, LookupRequest read, Form form) {
        LookupRequest request = read.by(Caller.of(exchange).speaksAs(read.official(), "official"));
        VerdictsOnly.check(request.view(), form);
        Message message = exchange.getMessage();
        String key = IdempotencyKey.of(message);
        TraceParent trace = TraceParent.read(message.getHeader("traceparent", String.class));
        Lookup lookup = new Lookup(
                FrontDoor.requester(exchange),
                request,
                Lookup.Occasion.FACE,
                Connection.receivedNanos(exchange),
                trace,
                form,
                key);
        exchange.setProperty(Lookup.PROPERTY, lookup);
        if (trace != null) {
            TracedLog.begin(exchange, trace);
            LOG.info("Lookup {} is part of the trace {}", lookup.id, trace.traceId());
        }
        message.removeHeaders("*");
        return lookup;
    }

    private Reception() {}
}

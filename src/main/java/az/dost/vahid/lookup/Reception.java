package az.dost.vahid.lookup;

import az.dost.vahid.access.AccessPolicy;
import az.dost.vahid.access.Requester;
import az.dost.vahid.agency.TraceParent;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the three faces of the lookup have in common: whoever asks is known before what is asked is read. */
final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    static final int MAX_BODY = 64 * 1024;
    private final AccessPolicy access;

    /** Reads the request as its face brings it. */
    interface Reading {
        LookupRequest read() throws IOException;
    }

    Reception(AccessPolicy access) {
        this.access = access;
    }

    /** Puts the lookup into the body, and takes away every header that the caller could set. */
    void receive(Exchange exchange, Reading reading) throws IOException {
        long received = System.nanoTime();
        Requester requester = identify(exchange);
        Lookup lookup = new Lookup(requester, reading.read(), received);
        exchange.setProperty(Lookup.PROPERTY, lookup);
        Message message = exchange.getMessage();
        TraceParent trace = TraceParent.read(message.getHeader("traceparent", String.class));
        if (trace != null) {
            lookup.question = lookup.question.traced(trace);
            LOG.info("Lookup {} is part of the trace {}", lookup.id, trace.traceId());
        }
        message.removeHeaders("*");
        message.setBody(lookup);
    }

    /** @throws ProblemException see {@link AccessPolicy#authenticate(String)} */
    Requester identify(Exchange exchange) {
        Requester requester = access.authenticate(exchange);
        exchange.setProperty(Requester.PROPERTY, requester);
        return requester;
    }

    /** Who asks, null when that is not known. */
    static Requester requester(Exchange exchange) {
        return exchange.getProperty(Requester.PROPERTY, Requester.class);
    }

    /** @throws ProblemException REQUEST_TOO_LARGE before more than the limit is read */
    static byte[] bounded(InputStream in) throws IOException {
        byte[] body = in == null ? new byte[0] : in.readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw new ProblemException(ProblemCode.REQUEST_TOO_LARGE);
        }
        return body;
    }
}

package az.dost.vahid.sources.agency.call;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.TraceParent;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.trace.Traces;
import com.fasterxml.jackson.databind.JsonNode;
import io.opentelemetry.api.trace.Span;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Exchange;

/** The state of one call to one agency: its question, what was sent, what has come back so far. */
public final class Conversation {
    private static final String PROPERTY = "vahid.conversation";
    /** A lookup whose deadline is shorter than this must not cut an agency off for the others. */
    private static final long LEAST_SILENCE_MS = 500;

    final Answers answers;
    final String agency;
    public final Question question;
    public final String requestId = UUID.randomUUID().toString();
    final long started = System.nanoTime();
    /** An invalid one unless the lookup is traced. */
    Span span = Span.getInvalid();

    final long deadline;
    public final int maxReplyBytes;
    public final List<Evidence> evidence = new ArrayList<>(1);
    /** Base64 signature value of a signed SOAP request, null otherwise. */
    String signatureValue;
    /** Headers of the last HTTP request, in the order and spelling in which they went out. */
    public List<Map.Entry<String, String>> sentHeaders = List.of();
    /** Its body, empty when it had none. */
    public byte[] sentBody = {};
    /**
     * Path and query of the next request below the endpoint, null where they are always the same. Here and in no
     * header: those are shown by whatever shows exchanges, and this may name the citizen.
     */
    public String address;
    /** How many seconds ago the oldest reply was made, as the caches on its way say; 0 where none was on it. */
    public long cachedSeconds;
    /** The reply's tree, with the items of all pages so far. */
    public JsonNode tree;
    /** Pages after the first one, each with the items of all: what a page says of itself must hold for all of them. */
    public final List<JsonNode> laterPages = new ArrayList<>(0);
    /** Of all replies so far. */
    public long repliedBytes;
    /** See {@link SourceAnswer#otherPerson}. */
    String otherPerson;

    public int page = 1;
    /** Where to ask again for an answer that was accepted but not ready, null otherwise. */
    public URI pollAt;

    public int polls;
    public boolean finished;
    /** Why the last request brought no answer, null when it did. */
    public Throwable thrown;
    /** Whether the answer to the last request has begun. */
    public volatile boolean answering;

    int repeats;
    /** After how long without an answer the agency is silent, milliseconds. */
    final long silenceMs;
    /** Whether the agency itself is a database: what others fail of is Vahid's own. */
    final boolean database;

    public Conversation(Answers answers, Connector connector, Question question) {
        this.answers = answers;
        this.silenceMs = Math.min(LEAST_SILENCE_MS, connector.timeoutMs());
        this.agency = connector.id();
        this.question = question;
        this.deadline = Math.min(question.deadline(), started + connector.timeoutMs() * 1_000_000L);
        this.maxReplyBytes = connector.maxReplyBytes();
        this.database = connector.protocol() == Connector.Protocol.JDBC;
    }

    public static Conversation of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, Conversation.class);
    }

    public void attach(Exchange exchange) {
        exchange.setProperty(PROPERTY, this);
    }

    /** For a request of this call: of its span, or of the caller's trace; null when it is part of none. */
    public TraceParent trace() {
        TraceParent own = Traces.of(span);
        return own != null || question.trace() == null ? own : question.trace().call();
    }

    /**
     * Milliseconds until nobody waits any more, the last begun one whole, so that no call ends before its time; not
     * positive when time is up.
     */
    public long remainingMs() {
        return (deadline - System.nanoTime() + 999_999) / 1_000_000;
    }

    public long elapsedMs() {
        return (System.nanoTime() - started) / 1_000_000;
    }
}

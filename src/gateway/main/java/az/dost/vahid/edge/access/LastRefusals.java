package az.dost.vahid.edge.access;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.Problems;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;

/**
 * What each requester was refused last at this gateway, for its developers: address, code and field, and no value of
 * any request. Nothing of it is written down; what was refused for good is in the audit chain. One that a protected
 * person or a caller of the hot-line brought about is left out.
 */
public final class LastRefusals {
    static final int EACH = 20;
    private static final String TOLD = "vahid.refusals-told-to";
    private static final Pattern METHOD = Pattern.compile("httpMethodRestrict=([A-Z]+)");
    private static final Set<ProblemCode> UNTOLD = Collections.unmodifiableSet(
            EnumSet.of(ProblemCode.APPROVAL_NEEDED, ProblemCode.CALLER_NOT_CONFIRMED, ProblemCode.CALLER_NOT_CHECKED));
    /** By requester, of whom there are as many as files; the newest first. */
    private final Map<String, Deque<Refusal>> all = new ConcurrentHashMap<>();

    /**
     * One refusal.
     *
     * @param address method and template, as {@code GET /v1/dossiers/{id}}; JMS or SOAP where it came so
     * @param field of the contract; null where none is at fault
     * @param instance that the problem names; null where nothing keeps it
     */
    public record Refusal(Instant at, String address, ProblemCode code, String field, UUID instance) {}

    /**
     * What is refused from here on is told to the developers of this requester, also before it is let in: one of its
     * people may have no role for the address.
     */
    static void toBeTold(Exchange exchange, Requester requester) {
        exchange.setProperty(TOLD, requester);
    }

    /** Of the exception that Camel caught; of somebody who is not known nothing is kept. */
    public void keep(Exchange exchange) {
        note(exchange, Problems.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)));
    }

    /** The same of a refusal that is known already. */
    public void note(Exchange exchange, ProblemException problem) {
        Requester known = exchange.getProperty(Requester.PROPERTY, Requester.class);
        Requester requester = known == null ? exchange.getProperty(TOLD, Requester.class) : known;
        if (requester == null || UNTOLD.contains(problem.code())) {
            return;
        }
        Deque<Refusal> his = all.computeIfAbsent(requester.id(), id -> new ArrayDeque<>());
        synchronized (his) {
            if (his.size() == EACH) {
                his.removeLast();
            }
            his.addFirst(new Refusal(
                    Instant.now(),
                    address(exchange),
                    problem.code(),
                    field(problem),
                    exchange.getProperty(Problems.INSTANCE, UUID.class)));
        }
    }

    /** A field that no contract has is named by whoever asks: it may be anything. */
    private static String field(ProblemException problem) {
        return problem.code() == ProblemCode.FIELD_UNKNOWN ? null : problem.field();
    }

    private static String address(Exchange exchange) {
        String uri = exchange.getFromEndpoint() == null
                ? ""
                : exchange.getFromEndpoint().getEndpointUri();
        String scheme = uri.substring(0, Math.max(0, uri.indexOf(':')));
        if (!scheme.equals("platform-http")) {
            return scheme.equals("jms") ? "JMS" : "SOAP";
        }
        String path = URLDecoder.decode(
                uri.substring(scheme.length() + 1).replaceFirst("[?].*", "").replaceFirst("^/*", "/"),
                StandardCharsets.UTF_8);
        // The headers of a lookup are gone when it is refused; an address of Camel's has one method.
        Matcher method = METHOD.matcher(uri);
        return (method.find() ? method.group(1) + " " : "") + path;
    }

    /** The newest first. */
    public List<Refusal> of(String requester) {
        Deque<Refusal> his = all.get(requester);
        if (his == null) {
            return List.of();
        }
        synchronized (his) {
            return List.copyOf(his);
        }
    }
}

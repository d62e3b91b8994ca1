package az.dost.vahid.edge.access;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.proof.member.Share;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * How much each requester may ask of all gateways together: {@code vahid.limits.each}, and
 * {@code vahid.limits.requesters.<id>} where one has others.
 */
public final class RequesterLimits {
    private static final String EACH = "vahid.limits.each";
    private final Limit each;
    private final Map<String, Limit> own = new HashMap<>();
    private final Share share;

    /**
     * @param perSecond requests begun in a second
     * @param atOnce requests in progress
     */
    record Limit(int perSecond, int atOnce) {
        Limit {
            if (perSecond < 1 || atOnce < 1) {
                throw new StartException("vahid.limits: per-second and at-once must both be given, and at least 1");
            }
        }
    }

    /** @throws StartException when a limit is not positive */
    public RequesterLimits(Environment settings, Share share) {
        this.share = share;
        Binder binder = Binder.get(settings);
        each = limit(binder, EACH);
        binder.bind("vahid.limits.requesters", Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of())
                .keySet()
                .forEach(id -> own.put(id, limit(binder, "vahid.limits.requesters." + id)));
    }

    private static Limit limit(Binder binder, String name) {
        return new Limit(
                binder.bind(name + ".per-second", Integer.class).orElse(0),
                binder.bind(name + ".at-once", Integer.class).orElse(0));
    }

    public String requester(Exchange exchange) {
        return exchange.getProperty(Requester.PROPERTY, Requester.class).id();
    }

    /** At this gateway. */
    public int perSecond(Exchange exchange) {
        return share.of(limit(exchange).perSecond());
    }

    /** At this gateway. */
    public int atOnce(Exchange exchange) {
        return share.of(limit(exchange).atOnce());
    }

    /** At all gateways together. */
    public int perSecondInAll(Exchange exchange) {
        return limit(exchange).perSecond();
    }

    /** At all gateways together. */
    public int atOnceInAll(Exchange exchange) {
        return limit(exchange).atOnce();
    }

    private Limit limit(Exchange exchange) {
        return own.getOrDefault(requester(exchange), each);
    }

    /** @throws ProblemException TOO_MANY_REQUESTS, always */
    @SuppressWarnings("DoNotCallSuggester") // A route calls it.
    public void refuse() {
        throw new ProblemException(ProblemCode.TOO_MANY_REQUESTS);
    }
}

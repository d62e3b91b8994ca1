package az.dost.vahid.journeys.event;

import az.dost.vahid.edge.message.Parking;
import az.dost.vahid.journeys.event.LaidAsideException.Reason;
import az.dost.vahid.problem.AwayDatabase;
import az.dost.vahid.problem.ProblemException;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.springframework.dao.DataAccessException;

/**
 * Decides after a failed delivery whether it is tried again and when, by the subscription's rule. The next event of a
 * citizen waits meanwhile: order comes before speed.
 */
public final class DeliveryRetries {
    private static final long OWN_FAULT_PAUSE_MS = 1000;
    private static final int MOST_OWN_FAULTS = 5;
    private static final String MADE = "vahid.event.attempts";
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;
    /** Request Timeout, Conflict, Locked, Too Early, Too Many Requests: may go well another time. */
    private static final Set<Integer> PASSING = Set.of(408, 409, 423, 425, 429);

    private final Map<String, RetryRule> rules;
    private final DeliveryTally tally;

    DeliveryRetries(Map<String, RetryRule> rules, DeliveryTally tally) {
        this.rules = Map.copyOf(rules);
        this.tally = tally;
    }

    /** Whether to try again, and then also when. */
    public boolean again(Exchange exchange) {
        boolean again = passes(exchange);
        if (again) {
            tally.again(exchange);
        }
        return again;
    }

    private boolean passes(Exchange exchange) {
        Throwable fault = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        int made = exchange.getMessage().getHeader(Exchange.REDELIVERY_COUNTER, 1, Integer.class);
        exchange.setProperty(MADE, made);
        SubscriptionVersion by = exchange.getProperty(Delivery.BY, SubscriptionVersion.class);
        if (fault instanceof LaidAsideException || fault instanceof ProblemException || refused(fault)) {
            return false;
        }
        if (fault instanceof NotGivenException) {
            return pause(exchange, OWN_FAULT_PAUSE_MS);
        }
        if (AwayDatabase.in(fault) || fault instanceof DataAccessException || by == null) {
            // A message that fails for itself, whatever is wrong with it, must not keep those behind it for ever.
            return (Parking.passing(fault) || made < MOST_OWN_FAULTS) && pause(exchange, OWN_FAULT_PAUSE_MS);
        }
        RetryRule rule = rules.get(by.subscription().retry());
        return rule != null && rule.again(made) && pause(exchange, Math.max(rule.pause(made), asked(fault)));
    }

    private static boolean pause(Exchange exchange, long ms) {
        exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, ms);
        return true;
    }

    /** The subscriber refused the event itself: no repetition will please it. */
    private static boolean refused(Throwable fault) {
        return fault instanceof HttpOperationFailedException http
                && http.getStatusCode() >= CLIENT_ERROR
                && http.getStatusCode() < SERVER_ERROR
                && !PASSING.contains(http.getStatusCode());
    }

    /** What the subscriber asks for in Retry-After, at most an hour; 0 when it does not. */
    private static long asked(Throwable fault) {
        if (fault instanceof HttpOperationFailedException http && http.getResponseHeaders() != null) {
            String after = http.getResponseHeaders().get("Retry-After");
            if (after != null && after.matches("[0-9]{1,4}")) {
                return Math.min(Long.parseLong(after), 3600) * 1000;
            }
        }
        return 0;
    }

    /** Writes the message for the dead-letter queue: ids and the reason. */
    public void explain(Exchange exchange) {
        Throwable fault = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        SubscriptionVersion by = exchange.getProperty(Delivery.BY, SubscriptionVersion.class);
        tally.laidAside(exchange);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Notice.DELIVERY, exchange.getProperty(Delivery.DELIVERY, String.class));
        message.setHeader(Notice.SUBSCRIPTION, exchange.getProperty(Delivery.SUBSCRIPTION, String.class));
        message.setHeader(Notice.VERSION, by == null ? null : by.version());
        message.setHeader(Notice.ATTEMPTS, exchange.getProperty(MADE, 1, Integer.class));
        message.setHeader(Notice.REASON, reason(fault).name());
        message.setHeader(Notice.DETAIL, detail(fault));
        message.setBody(exchange.getProperty(Delivery.NAMED, String.class));
    }

    private static Reason reason(Throwable fault) {
        return fault instanceof LaidAsideException aside
                ? aside.reason()
                : refused(fault) || fault instanceof ProblemException ? Reason.POISON : Reason.EXHAUSTED;
    }

    /** Never the fault's own text, which may quote the event or an address. */
    private static String detail(Throwable fault) {
        if (fault instanceof LaidAsideException aside) {
            return aside.getMessage();
        }
        if (fault instanceof HttpOperationFailedException http) {
            return "The subscriber answered with status " + http.getStatusCode();
        }
        return fault instanceof IOException
                ? "The subscriber could not be reached: " + fault.getClass().getSimpleName()
                : "The delivery failed: " + fault.getClass().getSimpleName();
    }
}

package az.dost.vahid.lookup;

import az.dost.vahid.door.BoundedBody;
import az.dost.vahid.door.MessageAnswer;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.Problems;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;

/**
 * The JMS face of the lookup. Camel's JMS component replies, correlates and redelivers; this says what is a request,
 * what is poison and how an answer looks.
 */
public final class JmsDesk {
    private static final Set<ProblemCode> UNREADABLE = Set.of(ProblemCode.REQUEST_MALFORMED, ProblemCode.REQUEST_TOO_LARGE,
            ProblemCode.MEDIA_TYPE_UNSUPPORTED);
    /** Not the request's fault: the next delivery may do better. */
    private static final Set<ProblemCode> RETRIED = Set.of(ProblemCode.INTERNAL, ProblemCode.OVERLOADED, ProblemCode.ISSUER_UNAVAILABLE);
    private static final String PROBLEM = "vahid.problem";
    private static final String REPLY_TO = "JMSReplyTo";
    private final RequestReader reader;
    private final Refusals refusals;
    private final int maxDeliveries;

    /** @param maxDeliveries how often a message is tried before it is poison */
    JmsDesk(RequestReader reader, Refusals refusals, int maxDeliveries) {
        this.reader = reader;
        this.refusals = refusals;
        this.maxDeliveries = maxDeliveries;
    }

    /** Takes a message that can be answered, and was not tried too often. */
    public void take(Exchange exchange) {
        if (exchange.getMessage().getHeader(REPLY_TO) == null) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, REPLY_TO, "The message names no queue for its answer.");
        }
        if (deliveries(exchange) > maxDeliveries) {
            throw new ProblemException(ProblemCode.INTERNAL, null, "The message could not be answered at any delivery.");
        }
    }

    public void receive(Exchange exchange) {
        Reception.receive(exchange, reader.read(BoundedBody.text(exchange.getMessage(), Reception.MAX_BODY)), Form.JSON);
    }

    public void answer(Exchange exchange) {
        Representation given = exchange.getMessage().getBody(Lookup.class).given();
        MessageAnswer.give(exchange.getMessage(), given.form().mediaType(), given.body());
        exchange.getMessage().setHeader(MessageAnswer.SIGNATURE, given.signature());
    }

    /** Whether a message that failed is to be laid aside: nobody to answer, unreadable, or at its last delivery. */
    public boolean poison(Exchange exchange) {
        ProblemCode code = Problems.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)).code();
        return UNREADABLE.contains(code) || exchange.getUnitOfWork().getOriginalInMessage().getHeader(REPLY_TO) == null
                || RETRIED.contains(code) && deliveries(exchange) >= maxDeliveries;
    }

    /** Whether a message that failed is answered with a problem; anything else goes back to the queue. */
    public boolean refused(Exchange exchange) {
        return !RETRIED.contains(Problems.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)).code());
    }

    /** Writes the reason onto the message as it came. */
    public void explain(Exchange exchange) {
        ObjectNode problem = problem(exchange);
        Message message = exchange.getMessage();
        message.setHeader("VahidCode", problem.path("code").textValue());
        message.setHeader("VahidField", problem.path("field").textValue());
        message.setHeader("VahidReason", problem.path("detail").textValue());
        message.setHeader("VahidInstance", problem.path("instance").textValue());
    }

    public void refuse(Exchange exchange) {
        if (deliveries(exchange) > maxDeliveries) {
            // The answer itself could not be delivered.
            exchange.setPattern(ExchangePattern.InOnly);
        }
        byte[] problem = Problems.bytes(problem(exchange));
        MessageAnswer.give(exchange.getMessage(), Problems.MEDIA_TYPE, problem);
        exchange.getMessage().setHeader(MessageAnswer.SIGNATURE, refusals.signature(exchange, problem));
    }

    /** The same in the reply and on the dead letter. */
    private static ObjectNode problem(Exchange exchange) {
        ObjectNode problem = exchange.getProperty(PROBLEM, ObjectNode.class);
        if (problem == null) {
            problem = Problems.body(exchange);
            exchange.setProperty(PROBLEM, problem);
        }
        return problem;
    }

    /** 1 at the first delivery. */
    private static int deliveries(Exchange exchange) {
        return exchange.getUnitOfWork().getOriginalInMessage().getHeader("JMSXDeliveryCount", 1, Integer.class);
    }
}

package az.dost.vahid.journeys.lookup;

import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.MessageAnswer;
import az.dost.vahid.edge.message.MessageReply;
import az.dost.vahid.edge.message.Parking;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.Problems;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The JMS face of the lookup: what is a request, what is poison and how an answer looks. The broker redelivers. */
public final class JmsFace {
    private static final Set<ProblemCode> UNREADABLE =
            Set.of(ProblemCode.REQUEST_MALFORMED, ProblemCode.REQUEST_TOO_LARGE, ProblemCode.MEDIA_TYPE_UNSUPPORTED);
    private static final String PROBLEM = "vahid.problem";
    private static final String REPLY_TO = "JMSReplyTo";
    private final RequestReader reader;
    private final Refusals refusals;
    private final Parking parking;

    JmsFace(RequestReader reader, Refusals refusals, Parking parking) {
        this.reader = reader;
        this.refusals = refusals;
        this.parking = parking;
    }

    /** Takes a request that can be answered. */
    public Lookup receive(Exchange exchange) {
        if (!MessageReply.named(exchange)) {
            throw new ProblemException(
                    ProblemCode.FIELD_MISSING, REPLY_TO, "The message names no queue for its answer.");
        }
        return Reception.receive(
                exchange, reader.read(BoundedBody.text(exchange.getMessage(), Reception.MAX_BODY)), Form.JSON);
    }

    public void answer(Exchange exchange, GivenDossier dossier) {
        MessageAnswer.give(exchange.getMessage(), dossier.form().mediaType(), dossier.body());
        exchange.getMessage().setHeader(MessageAnswer.SIGNATURE, dossier.signature());
    }

    /**
     * Whether a message that failed is to be laid aside: at its last delivery, or of a known sender and unreadable or
     * with nobody to answer.
     */
    public boolean poison(Exchange exchange) {
        ProblemCode code = Problems.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))
                .code();
        // What passes may do better at the next delivery.
        boolean last = code.passes() && parking.due(exchange);
        return last
                || parking.known(exchange)
                        && (UNREADABLE.contains(code) || !code.passes() && !MessageReply.named(exchange));
    }

    /** Whether a message that failed is answered with a problem; anything else goes back to the queue. */
    public boolean refused(Exchange exchange) {
        return !Problems.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))
                .code()
                .passes();
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
}

package az.dost.vahid.spdci;

import az.dost.vahid.edge.access.Requester;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The call by which a sender is told what its message came to, as the grants stand when it is told. */
public final class LaterCall {
    private static final String CALLING = "vahid.spdci.calling";

    private final LaterMessages messages;
    private final LaterSenders senders;
    private final StatusAnswers statuses;
    private final SubscribeAnswers subscribes;
    private final GivenOut given;
    private final AnswerWriter answers;

    LaterCall(
            LaterMessages messages,
            LaterSenders senders,
            StatusAnswers statuses,
            SubscribeAnswers subscribes,
            GivenOut given,
            AnswerWriter answers) {
        this.messages = messages;
        this.senders = senders;
        this.statuses = statuses;
        this.subscribes = subscribes;
        this.given = given;
        this.answers = answers;
    }

    /** Whether its sender is to be told now. */
    public boolean tells(Exchange exchange) {
        LaterMessage message = LaterRun.taken(exchange).row();
        return senders.waits(message) && senders.pause(message) == 0;
    }

    /** Writes the call of its sender's address. */
    public void write(Exchange exchange) {
        LaterMessage message = LaterRun.taken(exchange).row();
        ObjectNode whole = whole(message);
        if (LaterRun.taken(exchange).lease().lost()) {
            throw new IllegalStateException("Another gateway may have taken the message");
        }
        exchange.setProperty(CALLING, true);
        Message call = exchange.getMessage();
        call.removeHeaders("*");
        call.setHeader(Exchange.HTTP_URI, senders.address(message));
        call.setHeader(Exchange.HTTP_METHOD, "POST");
        call.setHeader(Exchange.CONTENT_TYPE, "application/json");
        call.setBody(answers.signed(whole).toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Under one message_id however often it is told, so that whoever gets it twice sees that it is one. */
    private ObjectNode whole(LaterMessage message) {
        Requester requester = senders.requester(message);
        ObjectNode whole = switch (message.kind()) {
            case STATUS ->
                statuses.of(requester, message.envelope(), message.id().toString());
            case NOTIFY -> subscribes.notice(message, requester);
            case SEARCH -> given.of(message, requester);
            case SUBSCRIBE, UNSUBSCRIBE ->
                message.answer().path(LaterMessage.WHOLE).deepCopy();
        };
        if (!message.answer().has(LaterMessage.WHOLE)) {
            ((ObjectNode) whole.path(EnvelopeReader.HEADER))
                    .put("message_id", message.id().toString());
        }
        return whole;
    }

    /** It was told. */
    public void told(Exchange exchange) {
        exchange.removeProperty(CALLING);
        LaterMessage message = LaterRun.taken(exchange).row();
        senders.reached(message);
        LaterRun.keep(exchange, messages, message.answer().deepCopy().put(LaterMessage.TOLD, true));
    }

    /** It was not: whether it was its sender that did not take it. */
    boolean failed(Exchange exchange) {
        boolean calling = exchange.removeProperty(CALLING) != null;
        if (calling) {
            senders.failed(LaterRun.taken(exchange).row());
        }
        return calling;
    }
}

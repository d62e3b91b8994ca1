package az.dost.vahid.spdci;

import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.edge.door.HttpAnswer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.UUID;
import org.apache.camel.Exchange;

/**
 * The addresses of the standard where a message is acknowledged, once it is durable, and answered by a call of its
 * sender's address; and the one that tells at once how far such a message is. Who asks is known already.
 */
public final class LaterFace {
    private static final String SOCIAL = "social";
    private final EnvelopeReader envelopes;
    private final InquiryReader inquiries;
    private final StatusAnswers statuses;
    private final SubscribeAnswers subscribes;
    private final Callbacks callbacks;
    private final LaterMessages messages;
    private final AnswerWriter answers;

    LaterFace(
            EnvelopeReader envelopes,
            InquiryReader inquiries,
            StatusAnswers statuses,
            SubscribeAnswers subscribes,
            Callbacks callbacks,
            LaterMessages messages,
            AnswerWriter answers) {
        this.envelopes = envelopes;
        this.inquiries = inquiries;
        this.statuses = statuses;
        this.subscribes = subscribes;
        this.callbacks = callbacks;
        this.messages = messages;
        this.answers = answers;
    }

    /** Takes searches of the social registry. */
    public void search(Exchange exchange) throws IOException {
        Envelope envelope = envelopes.read(exchange, Kind.SEARCH.action());
        Purpose purpose = Purpose.of(envelope.header().path("meta"), exchange.getMessage());
        Inquiry inquiry = inquiries.read(envelope, SOCIAL, Operation.SEARCH, purpose);
        ObjectNode content = content(exchange, envelope).put(LaterMessage.REGISTRY, SOCIAL);
        purpose.put(content.putObject(LaterMessage.PURPOSE));
        take(exchange, Kind.SEARCH, envelope, inquiry.transaction(), content);
    }

    /** Takes a question how far messages are. */
    public void status(Exchange exchange) throws IOException {
        Envelope envelope = envelopes.read(exchange, Kind.STATUS.action());
        String transaction = statuses.check(envelope);
        take(exchange, Kind.STATUS, envelope, transaction, content(exchange, envelope));
    }

    /** Answers it at once. */
    public void statusNow(Exchange exchange) throws IOException {
        Envelope envelope = envelopes.read(exchange, Kind.STATUS.action());
        statuses.check(envelope);
        HttpAnswer.json(
                exchange.getMessage(),
                answers.signed(statuses.of(
                        FrontDoor.requester(exchange),
                        envelope,
                        UUID.randomUUID().toString())));
    }

    /** Takes a wish to be told of events. */
    public void subscribe(Exchange exchange) throws IOException {
        Envelope envelope = envelopes.read(exchange, Kind.SUBSCRIBE.action());
        String transaction = subscribes.check(envelope);
        ObjectNode content = content(exchange, envelope).put(LaterMessage.REGISTRY, SOCIAL);
        Purpose.of(envelope.header().path("meta"), exchange.getMessage()).put(content.putObject(LaterMessage.PURPOSE));
        take(exchange, Kind.SUBSCRIBE, envelope, transaction, content);
    }

    /** Takes a wish to be told no more. */
    public void unsubscribe(Exchange exchange) throws IOException {
        Envelope envelope = envelopes.read(exchange, Kind.UNSUBSCRIBE.action());
        String transaction = subscribes.checkEnd(envelope);
        take(exchange, Kind.UNSUBSCRIBE, envelope, transaction, content(exchange, envelope));
    }

    private ObjectNode content(Exchange exchange, Envelope envelope) {
        ObjectNode content = JsonNodeFactory.instance
                .objectNode()
                .put(LaterMessage.SENDER, envelope.sender())
                .put(LaterMessage.PROVEN, Caller.of(exchange).official())
                .put(LaterMessage.ADDRESS, callbacks.named(envelope.sender(), envelope.header()));
        content.set(EnvelopeReader.HEADER, envelope.header());
        content.set(EnvelopeReader.MESSAGE, envelope.message());
        return content;
    }

    private void take(Exchange exchange, Kind kind, Envelope envelope, String transaction, ObjectNode content) {
        UUID id = messages.keep(
                FrontDoor.requester(exchange).id(),
                kind,
                envelope.sender() + "\n" + envelope.id(),
                transaction,
                content);
        HttpAnswer.json(exchange.getMessage(), AnswerWriter.acknowledgement(id.toString()));
        HttpAnswer.accepted(exchange.getMessage());
    }
}

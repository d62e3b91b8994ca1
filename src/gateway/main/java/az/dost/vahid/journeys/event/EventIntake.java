package az.dost.vahid.journeys.event;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.MessageAnswer;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.signature.DossierSigner;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Takes in what publishers publish, by HTTP and by message. */
public final class EventIntake {
    private static final String SOURCE = "urn:dost:publisher:";
    private static final Set<String> TYPES = Set.of(Delivery.TYPE, "application/json");
    private final AccessPolicy access;
    private final EventReader reader;
    private final EventStore events;
    private final DossierSigner signer;

    EventIntake(AccessPolicy access, EventReader reader, EventStore events, DossierSigner signer) {
        this.access = access;
        this.reader = reader;
        this.events = events;
        this.signer = signer;
    }

    public void receive(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        if (!TYPES.contains(BoundedBody.type(message))) {
            throw new ProblemException(
                    ProblemCode.MEDIA_TYPE_UNSUPPORTED, "Content-Type", "Send " + Delivery.TYPE + ".");
        }
        message.setBody(reader.read(BoundedBody.of(message, EventReader.MAX_BODY)));
    }

    public void receiveMessage(Exchange exchange) {
        Message message = exchange.getMessage();
        message.setBody(reader.read(BoundedBody.text(message, EventReader.MAX_BODY)));
    }

    /** Keeps the event, and acknowledges it once it is durable. */
    public void publish(Exchange exchange) {
        Requester publisher = FrontDoor.requester(exchange);
        Publication publication = exchange.getMessage().getBody(Publication.class);
        access.authoriseAct(publisher, "publish:" + publication.type(), "type");
        if (!publication.content().path("source").textValue().equals(SOURCE + publisher.id())) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, "source", "It must be " + SOURCE + publisher.id() + ".");
        }
        UUID id = events.keep(publisher.id(), publication);
        Message message = exchange.getMessage();
        HttpAnswer.json(message, JsonNodeFactory.instance.objectNode().put("eventId", id.toString()));
        HttpAnswer.accepted(message);
        message.setHeader(
                HttpAnswer.SIGNATURE,
                signer.sign(message.getBody(byte[].class), "vahid-receipt+json").detached());
    }

    /** The acknowledgement as a message. */
    public void acknowledge(Exchange exchange) {
        MessageAnswer.ofHttp(exchange.getMessage());
    }

    /**
     * The refusal as a message; also onto the dead-letter queue, without the body, which would lie there in the clear.
     */
    public void refuse(Exchange exchange) {
        MessageAnswer.refuse(exchange);
    }
}

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
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Takes in what publishers publish, by HTTP and by message. */
public final class EventIntake {
    private static final String SOURCE = "urn:dost:publisher:";
    /** Exchange property: whether a batch came, which is answered as one even where it has one event. */
    private static final String SEVERAL = "vahid.event.several";

    private final AccessPolicy access;
    private final EventReader reader;
    private final EventModes modes;
    private final EventStore events;
    private final DossierSigner signer;

    EventIntake(AccessPolicy access, EventReader reader, EventStore events, DossierSigner signer) {
        this.access = access;
        this.reader = reader;
        this.modes = new EventModes(reader);
        this.events = events;
        this.signer = signer;
    }

    public void receive(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        exchange.setProperty(SEVERAL, EventModes.batch(message));
        message.setBody(modes.read(message));
    }

    public void receiveMessage(Exchange exchange) {
        Message message = exchange.getMessage();
        exchange.setProperty(SEVERAL, false);
        message.setBody(List.of(reader.read(BoundedBody.text(message, EventReader.MAX_BODY))));
    }

    /**
     * Keeps the events, and acknowledges them once all are durable. When one of a batch cannot be kept, those before it
     * are; sent again they are the first ones repeated.
     */
    public void publish(Exchange exchange) {
        Requester publisher = FrontDoor.requester(exchange);
        Publication[] came = ((List<?>) exchange.getMessage().getBody()).toArray(Publication[]::new);
        boolean several = exchange.getProperty(SEVERAL, Boolean.class);
        for (int i = 0; i < came.length; i++) {
            Publication event = came[i];
            told(several, i, () -> authorise(publisher, event));
        }
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < came.length; i++) {
            Publication event = came[i];
            told(
                    several,
                    i,
                    () -> kept.addObject()
                            .put("id", event.name())
                            .put("eventId", events.keep(publisher.id(), event).toString()));
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (several) {
            body.set("events", kept);
        } else {
            body.set("eventId", kept.path(0).path("eventId"));
        }
        answer(exchange.getMessage(), body);
    }

    private static void told(boolean several, int number, Runnable act) {
        try {
            act.run();
        } catch (ProblemException e) {
            throw several ? EventModes.of(number, e) : e;
        }
    }

    private void authorise(Requester publisher, Publication event) {
        access.authoriseAct(publisher, "publish:" + event.type(), "type");
        if (!event.content().path("source").textValue().equals(SOURCE + publisher.id())) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, "source", "It must be " + SOURCE + publisher.id() + ".");
        }
    }

    private void answer(Message message, ObjectNode body) {
        HttpAnswer.json(message, body);
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

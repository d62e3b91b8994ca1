package az.dost.vahid.event;

import az.dost.vahid.access.AccessPolicy;
import az.dost.vahid.access.Requester;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.Problems;
import az.dost.vahid.signature.DossierSigner;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.jms.TextMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.jms.JmsMessage;

/** Takes in what publishers publish, by HTTP and by message. */
public final class EventDesk {
    private static final String SOURCE = "urn:dost:publisher:";
    private static final Set<String> TYPES = Set.of(Delivery.TYPE, "application/json");
    private static final String REQUESTER = "vahid.event.publisher";
    private static final int ACCEPTED = 202;
    private final AccessPolicy access;
    private final EventReader reader;
    private final EventStore events;
    private final DossierSigner signer;

    EventDesk(AccessPolicy access, EventReader reader, EventStore events, DossierSigner signer) {
        this.access = access;
        this.reader = reader;
        this.events = events;
        this.signer = signer;
    }

    public void receive(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        identify(exchange);
        String type = message.getHeader(Exchange.CONTENT_TYPE, String.class);
        if (type == null || !TYPES.contains(type.replaceFirst("[ ;].*", "").toLowerCase(java.util.Locale.ROOT))) {
            throw new ProblemException(ProblemCode.MEDIA_TYPE_UNSUPPORTED, "Content-Type", "Send " + Delivery.TYPE + ".");
        }
        message.setBody(reader.read(EventReader.bounded(message.getBody(InputStream.class))));
    }

    public void receiveMessage(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        identify(exchange);
        if (!(message instanceof JmsMessage jms && jms.getJmsMessage() instanceof TextMessage)) {
            throw new ProblemException(ProblemCode.MEDIA_TYPE_UNSUPPORTED, null, "The message is not a text message.");
        }
        byte[] text = message.getBody(String.class).getBytes(StandardCharsets.UTF_8);
        message.setBody(reader.read(EventReader.bounded(new ByteArrayInputStream(text))));
    }

    private void identify(Exchange exchange) {
        Requester requester = access.authenticate(exchange);
        exchange.setProperty(Requester.PROPERTY, requester);
        exchange.setProperty(REQUESTER, requester);
    }

    /** Keeps the event, and acknowledges it once it is durable. */
    public void publish(Exchange exchange) {
        Requester publisher = exchange.getProperty(REQUESTER, Requester.class);
        Publication publication = exchange.getMessage().getBody(Publication.class);
        access.authoriseAct(publisher, "publish:" + publication.type(), "type");
        if (!publication.content().path("source").textValue().equals(SOURCE + publisher.id())) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, "source", "It must be " + SOURCE + publisher.id() + ".");
        }
        UUID id = events.keep(publisher.id(), publication);
        byte[] body = JsonNodeFactory.instance.objectNode().put("eventId", id.toString()).toString().getBytes(StandardCharsets.UTF_8);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, ACCEPTED);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setHeader("Vahid-Signature", signer.sign(body, "vahid-receipt+json").detached());
        message.setBody(body);
    }

    /** The acknowledgement as a message. */
    public void acknowledge(Exchange exchange) {
        Message message = exchange.getMessage();
        Object signature = message.getHeader("Vahid-Signature");
        message.removeHeaders("*");
        message.setHeader("VahidSignature", signature);
        message.setBody(message.getBody(String.class));
    }

    /** The refusal as a message; also onto the dead-letter queue, without the body, which would lie there in the clear. */
    public void refuse(Exchange exchange) {
        var problem = Problems.body(exchange);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader("VahidContentType", Problems.MEDIA_TYPE);
        message.setBody(problem.toString());
    }
}

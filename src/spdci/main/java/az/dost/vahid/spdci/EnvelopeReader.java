package az.dost.vahid.spdci;

import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.json.CanonicalJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.MessageSignature;
import az.dost.vahid.signature.key.ProofException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Reads what all messages have in common. Whoever sends it is known as a requester already. */
final class EnvelopeReader {
    static final String VERSION = "1.0.0";
    static final String HEADER = "header";
    static final String MESSAGE = "message";
    static final String SIGNATURE = "signature";
    private static final String JSON = "application/json";
    private static final int MAX_BODY = 64 * 1024;
    private static final Duration SKEW = Duration.ofMinutes(5);
    /** For how long the lookups of a message are known by its id. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final SpdciSettings settings;
    private final Senders senders;
    private final MessageSignature signatures;

    /** @throws StartException when a message would be believed for longer than its name is remembered */
    EnvelopeReader(SpdciSettings settings, Senders senders, MessageSignature signatures) {
        this.settings = settings;
        this.senders = senders;
        this.signatures = signatures;
        if (settings.oldest().plus(SKEW).compareTo(REMEMBERED) >= 0) {
            throw new StartException(
                    "Set vahid.spdci.oldest to less than PT23H55M: a message that is older than a day would be asked again");
        }
    }

    /**
     * @param action that the header must name
     * @throws ProblemException naming the first field at fault
     */
    Envelope read(Exchange exchange, String action) throws IOException {
        Message in = exchange.getMessage();
        if (!BoundedBody.type(in).equals(JSON)) {
            throw new ProblemException(ProblemCode.MEDIA_TYPE_UNSUPPORTED, "Content-Type", null);
        }
        ObjectNode body = StrictJson.object(BoundedBody.of(in, MAX_BODY));
        JsonNode header = Fields.object(body, "", HEADER);
        String sender = header(header, action, FrontDoor.requester(exchange));
        signature(body, sender);
        return new Envelope(sender, Fields.id(header, HEADER, "message_id"), header, Fields.object(body, "", MESSAGE));
    }

    private String header(JsonNode header, String action, Requester requester) {
        if (header.has("version") && !VERSION.equals(header.path("version").textValue())) {
            throw Fields.invalid("header.version", "It must be " + VERSION + ".");
        }
        if (!action.equals(header.path("action").asText(null))) {
            throw Fields.invalid("header.action", "It must be " + action + " at this address.");
        }
        if (header.path("is_msg_encrypted").asBoolean()) {
            throw Fields.invalid("header.is_msg_encrypted", "Messages are taken as they are; TLS keeps them.");
        }
        String receiver = header.path("receiver_id").asText(settings.receiver());
        if (!receiver.equals(settings.receiver())) {
            throw Fields.invalid("header.receiver_id", "It must be " + settings.receiver() + ", or be left out.");
        }
        Instant sent = Fields.instant(header, HEADER, "message_ts");
        Instant now = Instant.now();
        if (sent.isAfter(now.plus(SKEW)) || sent.isBefore(now.minus(settings.oldest()))) {
            throw Fields.invalid(
                    "header.message_ts", "It must be of now: a message of another time may be somebody's copy.");
        }
        Fields.count(header, HEADER, "total_count");
        String sender = Fields.id(header, HEADER, "sender_id");
        if (!senders.are(sender, requester.id())) {
            throw Fields.invalid("header.sender_id", "It must be an id under which your system is known here.");
        }
        return sender;
    }

    private void signature(JsonNode body, String sender) {
        if (!senders.sign(sender)) {
            return;
        }
        JsonNode given = body.path(SIGNATURE);
        if (!given.isTextual() || given.textValue().isBlank()) {
            throw new ProblemException(
                    ProblemCode.FIELD_MISSING,
                    SIGNATURE,
                    "Your system has a key on file here, so it signs its messages.");
        }
        try {
            signatures.verify(
                    given.textValue(),
                    sender,
                    CanonicalJson.of(signed(body.path(HEADER), body.path(MESSAGE))),
                    senders.certificates(sender),
                    Instant.now());
        } catch (ProofException | IllegalArgumentException e) {
            throw Fields.invalid(SIGNATURE, "It does not prove the sender: " + e.getMessage() + ".");
        }
    }

    /** What a signature is of. */
    static ObjectNode signed(JsonNode header, JsonNode message) {
        ObjectNode signed = JsonNodeFactory.instance.objectNode();
        signed.set(HEADER, header);
        signed.set(MESSAGE, message);
        return signed;
    }
}

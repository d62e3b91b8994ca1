package az.dost.vahid.journeys.event;

import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.json.Json;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.util.StringUtils;

/**
 * Reads what is published in each of the three modes of the HTTP protocol binding of CloudEvents 1.0.2 (section 3):
 * structured, binary, and a batch.
 */
final class EventModes {
    static final String BATCH = "application/cloudevents-batch+json";
    private static final String JSON = "application/json";
    private static final Set<String> TYPES = Set.of(Delivery.TYPE, JSON, BATCH);
    /** Of headers that are attributes of an event in binary mode. */
    private static final String ATTRIBUTE = "ce-";

    private static final String VERSION = ATTRIBUTE + "specversion";
    private static final int MOST = 100;
    private final EventReader reader;

    EventModes(EventReader reader) {
        this.reader = reader;
    }

    /** Whether several may come, and be answered as several. */
    static boolean batch(Message message) {
        return BoundedBody.type(message).equals(BATCH);
    }

    /**
     * All of them, or none.
     *
     * @throws ProblemException MEDIA_TYPE_UNSUPPORTED, REQUEST_TOO_LARGE, REQUEST_MALFORMED, or naming the field at
     *     fault, in a batch after the number of the event, counted from 0
     */
    List<Publication> read(Message message) throws IOException {
        String type = BoundedBody.type(message);
        if (!TYPES.contains(type)) {
            throw new ProblemException(
                    ProblemCode.MEDIA_TYPE_UNSUPPORTED, "Content-Type", "Send " + Delivery.TYPE + ".");
        }
        byte[] body = BoundedBody.of(message, EventReader.MAX_BODY);
        if (type.equals(BATCH)) {
            return batch(body);
        }
        boolean binary = type.equals(JSON) && message.getHeader(VERSION) != null;
        return List.of(binary ? binary(message, body) : reader.read(body));
    }

    private Publication binary(Message message, byte[] body) {
        SortedMap<String, String> headers = new TreeMap<>();
        message.getHeaders().forEach((name, value) -> {
            String small = name.toLowerCase(Locale.ROOT);
            if (small.startsWith(ATTRIBUTE)) {
                headers.put(small, String.valueOf(value));
            }
        });
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        headers.forEach((name, value) -> event.put(name.substring(ATTRIBUTE.length()), decoded(value)));
        String type = message.getHeader(Exchange.CONTENT_TYPE, String.class);
        for (String elsewhere : List.of("data", "datacontenttype")) {
            if (event.has(elsewhere)) {
                throw new ProblemException(
                        ProblemCode.FIELD_UNKNOWN, elsewhere, "In binary mode it is the body and its type.");
            }
        }
        event.put("datacontenttype", type).set("data", StrictJson.object(body));
        return reader.read(event, new CameAs(type, headers, body));
    }

    /** Octets outside of ASCII come after a percent sign (section 3.1.3.2); anything else with one is as it stands. */
    private static String decoded(String value) {
        try {
            return StringUtils.uriDecode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    /** @throws ProblemException see {@link #read} */
    List<Publication> batch(byte[] body) {
        List<byte[]> parts = parts(body);
        List<Publication> events = new ArrayList<>();
        for (byte[] part : parts) {
            try {
                events.add(reader.read(part));
            } catch (ProblemException e) {
                throw of(events.size(), e);
            }
        }
        return events;
    }

    /** Tells which one of a batch it is. */
    static ProblemException of(int number, ProblemException fault) {
        String field = fault.field() == null ? String.valueOf(number) : number + "." + fault.field();
        return new ProblemException(fault.code(), field, fault.detail(), fault.fix());
    }

    /** Each event's own bytes, as they came. */
    private static List<byte[]> parts(byte[] body) {
        List<byte[]> parts = new ArrayList<>();
        // Positions are of bytes in UTF-8 alone, in which JSON is to come (RFC 8259, section 8.1).
        try (JsonParser parser = Json.factory().createParser(body)) {
            boolean list = parser.nextToken() == JsonToken.START_ARRAY;
            while (list && parser.nextToken() == JsonToken.START_OBJECT && parts.size() < MOST) {
                int begin = (int) parser.currentTokenLocation().getByteOffset();
                if (begin < 0 || body[begin] != '{') {
                    break;
                }
                parser.skipChildren();
                parts.add(Arrays.copyOfRange(
                        body, begin, (int) parser.currentLocation().getByteOffset()));
            }
            if (list && parser.currentToken() == JsonToken.END_ARRAY && parser.nextToken() == null) {
                return parts;
            }
        } catch (IOException e) {
            // Its message quotes the body.
        }
        throw new ProblemException(
                ProblemCode.REQUEST_MALFORMED, null, "The body must be one list of at most " + MOST + " events.");
    }
}

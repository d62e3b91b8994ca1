package az.dost.vahid.journeys.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a publisher sent of one event, byte by byte.
 *
 * @param type what it said it is
 * @param headers with attributes of the event, in small letters, as they came; none where they stand in the body
 * @param body personal data
 */
record CameAs(String type, SortedMap<String, String> headers, byte[] body) {
    /** One whose attributes stand in its body. */
    static CameAs structured(byte[] body) {
        return new CameAs(Delivery.TYPE, new TreeMap<>(), body);
    }

    /** What a repetition is known by: the body, after the headers where there are some. */
    byte[] bytes() {
        if (headers.isEmpty()) {
            return body;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        headers.forEach(
                (name, value) -> all.writeBytes((name + ": " + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        all.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body);
        return all.toByteArray();
    }

    /** Beside the event in its normal form. */
    ObjectNode kept() {
        ObjectNode kept = JsonNodeFactory.instance.objectNode().put("type", type);
        if (!headers.isEmpty()) {
            ObjectNode named = kept.putObject("headers");
            headers.forEach(named::put);
        }
        return kept.put("body", Base64.getUrlEncoder().withoutPadding().encodeToString(body));
    }

    @Override
    public String toString() {
        return "an event as " + type;
    }
}

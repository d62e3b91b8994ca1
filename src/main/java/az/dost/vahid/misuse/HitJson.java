package az.dost.vahid.misuse;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Hits, and what auditors say of them, as JSON. */
final class HitJson {
    private static final int LONGEST = 16 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** What is not known, or not yet, is left out. */
    static ObjectNode of(Hit hit) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", hit.id().toString()).put("rule", hit.rule())
                .put("action", hit.action()).put("requester", hit.requester()).put("official", hit.official());
        put(json, "service", hit.service());
        put(json, "caseRef", hit.caseRef());
        put(json, "person", hit.person());
        json.put("times", hit.times()).put("firstAt", hit.firstAt().toString()).put("lastAt", hit.lastAt().toString()).put("state", hit.state());
        put(json, "assignee", hit.assignee());
        put(json, "reason", hit.reason());
        put(json, "note", hit.note());
        put(json, "closedBy", hit.closedBy());
        put(json, "closedAt", hit.closedAt());
        return json;
    }

    private static void put(ObjectNode json, String name, Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    /** @throws ProblemException REQUEST_TOO_LARGE, REQUEST_MALFORMED or FIELD_UNKNOWN */
    static JsonNode read(Message message, Set<String> known) {
        try (InputStream in = message.getBody(InputStream.class)) {
            byte[] body = in == null ? new byte[0] : in.readNBytes(LONGEST + 1);
            if (body.length > LONGEST) {
                throw new ProblemException(ProblemCode.REQUEST_TOO_LARGE);
            }
            JsonNode json = JSON.readTree(body);
            if (json == null || !json.isObject()) {
                throw new ProblemException(ProblemCode.REQUEST_MALFORMED, null, "The body must be a JSON object.");
            }
            json.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name)) {
                    throw new ProblemException(ProblemCode.FIELD_UNKNOWN);
                }
            });
            return json;
        } catch (IOException e) {
            // Jackson's message quotes the body.
            throw new ProblemException(ProblemCode.REQUEST_MALFORMED, null, "The body is not one JSON document without duplicate keys.");
        }
    }

    static void give(Message message, ObjectNode body) {
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setHeader("Cache-Control", "no-store");
        message.setBody(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private HitJson() { }
}

package az.dost.vahid.pages.session;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.session.MapSession;

/**
 * What is in a session as JSON: texts, numbers, and two things of Spring Security's. Nothing else may be in one, at one
 * node either: no class is made by a name that stands in a row.
 */
final class SessionText {
    private static final ObjectMapper JSON = Json.strict();
    private static final String AS = "as";
    private static final String PERSON = "person";
    private static final String FORM = "form";

    static byte[] of(MapSession session) {
        ObjectNode text =
                JSON.createObjectNode().put("created", session.getCreationTime().toEpochMilli());
        ObjectNode values = text.putObject("values");
        session.getAttributeNames().forEach(name -> values.set(name, written(name, session.getAttribute(name))));
        try {
            return JSON.writeValueAsBytes(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode written(String name, Object value) {
        if (value instanceof String text) {
            return JSON.getNodeFactory().textNode(text);
        }
        if (value instanceof Long number) {
            return JSON.getNodeFactory().numberNode(number);
        }
        if (value instanceof SecurityContext context) {
            return PersonText.of(context).put(AS, PERSON);
        }
        if (value instanceof CsrfToken token) {
            return JSON.createObjectNode()
                    .put("header", token.getHeaderName())
                    .put("field", token.getParameterName())
                    .put("token", token.getToken())
                    .put(AS, FORM);
        }
        throw new IllegalStateException(
                "A session keeps texts and numbers, and no " + value.getClass().getName() + ": " + name);
    }

    /** @throws IllegalArgumentException when it is of another version, or none at all */
    static MapSession read(String id, byte[] text) {
        try {
            JsonNode read = JSON.readTree(text);
            MapSession session = new MapSession(id);
            session.setCreationTime(Instant.ofEpochMilli(read.path("created").asLong()));
            read.path("values")
                    .properties()
                    .forEach(value -> session.setAttribute(value.getKey(), read(value.getValue())));
            return session;
        } catch (IOException e) {
            throw new IllegalArgumentException("it is no JSON", e);
        }
    }

    private static Object read(JsonNode value) {
        if (value.isTextual()) {
            return value.asText();
        }
        if (value.isIntegralNumber()) {
            return value.asLong();
        }
        return switch (value.path(AS).asText()) {
            case PERSON -> PersonText.read(value);
            case FORM ->
                new DefaultCsrfToken(
                        value.path("header").asText(),
                        value.path("field").asText(),
                        value.path("token").asText());
            default -> throw new IllegalArgumentException("it has something of another version");
        };
    }

    private SessionText() {}
}

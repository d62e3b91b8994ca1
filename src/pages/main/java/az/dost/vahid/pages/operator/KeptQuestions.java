package az.dost.vahid.pages.operator;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody looked for last, in the session: an answer has an address of its own, in which nothing of the question
 * stands.
 */
final class KeptQuestions {
    private static final String NAME = "operator.questions";
    private static final int MOST = 20;
    private static final ObjectMapper JSON = Json.strict();

    /** @return its key */
    static UUID keep(HttpSession session, JsonNode question) {
        ObjectNode kept = kept(session);
        while (kept.size() >= MOST) {
            kept.remove(kept.fieldNames().next());
        }
        UUID key = UUID.randomUUID();
        session.setAttribute(NAME, kept.set(key.toString(), question).toString());
        return key;
    }

    static Optional<JsonNode> find(HttpSession session, UUID key) {
        return Optional.ofNullable(kept(session).get(key.toString()));
    }

    private static ObjectNode kept(HttpSession session) {
        try {
            return session.getAttribute(NAME) instanceof String kept
                    ? (ObjectNode) JSON.readTree(kept)
                    : JSON.createObjectNode();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What a session keeps cannot be read", e);
        }
    }

    private KeptQuestions() {}
}

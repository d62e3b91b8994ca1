package az.dost.vahid.pages.operator;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;

/** What somebody looked for last, in the session: an answer has an address of its own, in which nothing of the question stands. */
final class KeptQuestions {
    private static final String NAME = "operator.questions";
    private static final int MOST = 20;
    private static final ObjectMapper JSON = Json.strict();

    /** @return its key */
    static UUID keep(HttpSession session, JsonNode question) {
        LinkedHashMap<String, String> kept = kept(session);
        while (kept.size() >= MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        UUID key = UUID.randomUUID();
        kept.put(key.toString(), question.toString());
        session.setAttribute(NAME, kept);
        return key;
    }

    static Optional<JsonNode> find(HttpSession session, UUID key) {
        try {
            String question = kept(session).get(key.toString());
            return question == null ? Optional.empty() : Optional.of(JSON.readTree(question));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A question in a session cannot be read", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static LinkedHashMap<String, String> kept(HttpSession session) {
        return session.getAttribute(NAME) instanceof LinkedHashMap<?, ?> kept ? new LinkedHashMap<>((LinkedHashMap<String, String>) kept) : new LinkedHashMap<>();
    }

    private KeptQuestions() { }
}

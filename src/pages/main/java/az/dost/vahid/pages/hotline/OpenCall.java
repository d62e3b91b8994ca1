package az.dost.vahid.pages.hotline;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.UUID;

/**
 * The call that somebody has: whose caller passed the check questions. It has a FIN, so it lies in the session and
 * nowhere else, until its time is over or it is ended.
 *
 * @param fin of the caller
 */
record OpenCall(UUID call, Instant until, String fin) {
    private static final String KEPT = "hotline.open";
    private static final ObjectMapper JSON = Json.strict();

    void keep(HttpSession session) {
        session.setAttribute(
                KEPT,
                JSON.createObjectNode()
                        .put("call", call.toString())
                        .put("until", until.toString())
                        .put("fin", fin)
                        .toString());
    }

    /** Null where there is none, or its time is over: then nothing of it is left in the session. */
    static OpenCall of(HttpSession session) {
        Object kept = session.getAttribute(KEPT);
        if (kept == null) {
            return null;
        }
        OpenCall open = read(kept.toString());
        if (open.until.isAfter(Instant.now())) {
            return open;
        }
        end(session);
        return null;
    }

    static void end(HttpSession session) {
        session.removeAttribute(KEPT);
    }

    private static OpenCall read(String kept) {
        try {
            JsonNode read = JSON.readTree(kept);
            return new OpenCall(
                    UUID.fromString(read.path("call").asText()),
                    Instant.parse(read.path("until").asText()),
                    read.path("fin").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A call in a session cannot be read", e);
        }
    }

    /** Without whom it is about. */
    @Override
    public String toString() {
        return "Call " + call;
    }
}

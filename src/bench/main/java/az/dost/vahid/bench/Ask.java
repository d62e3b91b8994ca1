package az.dost.vahid.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * What a peer is asked.
 *
 * @param bodies sent in turn by POST; empty for what is read by GET
 * @param expected a text that every good answer contains
 */
record Ask(String path, Map<String, String> headers, List<String> bodies, String expected) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WHOLE = "\"completeness\":\"COMPLETE\"";

    static Ask lookup(List<String> questions) {
        return new Ask(
                "/v1/dossiers",
                Map.of("Authorization", "Bearer demo-dost-centre-1", "Content-Type", "application/json"),
                questions,
                WHOLE);
    }

    /** The same lookups with another deadline. */
    Ask within(int deadlineMs) {
        return new Ask(
                path,
                headers,
                bodies.stream().map(body -> within(deadlineMs, body)).toList(),
                expected);
    }

    private static String within(int deadlineMs, String body) {
        try {
            return ((ObjectNode) JSON.readTree(body))
                    .put("deadlineMs", deadlineMs)
                    .toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A dossier with a silent source is a good answer too. */
    Ask withSilentSources() {
        return new Ask(path, headers, bodies, "\"completeness\":");
    }
}

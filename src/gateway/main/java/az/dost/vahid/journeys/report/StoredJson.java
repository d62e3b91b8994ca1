package az.dost.vahid.journeys.report;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads what was kept as JSON. */
final class StoredJson {
    private static final ObjectMapper JSON = Json.mapper();

    /** @throws IllegalStateException when it is none: somebody has changed it */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was kept of a report is no JSON any more", e);
        }
    }

    /** What a compact JWS of ours says, unchecked. */
    static byte[] bytes(String jws) {
        return Base64.getUrlDecoder().decode(jws.split("\\.")[1]);
    }

    /** The same as JSON. */
    static JsonNode payload(String jws) {
        return json(new String(bytes(jws), StandardCharsets.UTF_8));
    }

    private StoredJson() {}
}

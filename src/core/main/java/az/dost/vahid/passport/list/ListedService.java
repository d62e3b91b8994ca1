package az.dost.vahid.passport.list;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An entry of the catalogue; what it leaves to the service's passport is null or empty.
 *
 * @param status VERIFIED, NAMED or ILLUSTRATIVE
 * @param officialId as the state numbers the service; null when not published
 * @param family null where the passport says it
 * @param title by language, {@code az} and {@code en}, as far as published
 * @param named who names it; missing for one of ours
 */
public record ListedService(
        String code,
        String status,
        String officialId,
        String family,
        JsonNode title,
        List<String> channels,
        List<String> audience,
        JsonNode named) {
    /** Of one whose law was read. */
    static final String VERIFIED = "VERIFIED";
    /** Of one that a public source names. */
    static final String NAMED = "NAMED";
    /** Of one of ours. */
    static final String ILLUSTRATIVE = "ILLUSTRATIVE";

    static ListedService of(JsonNode entry) {
        return new ListedService(
                entry.path("code").asText(),
                entry.path("status").asText(),
                entry.path("officialId").textValue(),
                entry.path("family").textValue(),
                entry.path("title"),
                texts(entry.path("channels")),
                texts(entry.path("audience")),
                entry.path("named"));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = Json.list(list, JsonNode::asText);
        return List.copyOf(texts);
    }

    /** Whether a public source names it or its law was read. */
    public boolean published() {
        return !status.equals(ILLUSTRATIVE);
    }
}

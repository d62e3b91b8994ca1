package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A subscription with what waits for it, in words.
 *
 * @param waiting blank while the broker does not tell
 * @param oldest blank when nothing waits
 */
record SubscriptionRow(
        String id, String subscriber, List<String> types, String waiting, String oldest, long deadLetters) {
    static SubscriptionRow of(JsonNode json, Wording w) {
        List<String> types = new ArrayList<>();
        json.path("types").forEach(type -> types.add(w.value("event.type", type.asText())));
        return new SubscriptionRow(
                json.path("id").asText(),
                json.path("subscriber").asText(),
                types,
                json.has("waiting") ? w.number(json.path("waiting").asLong()) : "",
                json.has("oldest") ? w.moment(json.path("oldest").asText()) : "",
                json.path("deadLetters").asLong());
    }
}

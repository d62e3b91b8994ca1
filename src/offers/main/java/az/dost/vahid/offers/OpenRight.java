package az.dost.vahid.offers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a clerk is told of a right that may be open: its conditions in words, and nothing that a register said. */
final class OpenRight {
    private static final String OUTCOME = "outcome";
    private static final String HOLDS = "HOLDS";
    /** That somebody lives says nothing of a right. */
    private static final String ALIVE = "alive";

    /**
     * Whether nothing speaks against it, and more for it than that the person is alive.
     *
     * @param found what came of it, as {@link az.dost.vahid.rights.Rights#glance} has it
     */
    static boolean worthTelling(JsonNode found) {
        return !found.path(OUTCOME).asText().equals("NOT_ENTITLED")
                && found.path("conditions")
                        .valueStream()
                        .filter(condition -> !condition.path("id").asText().equals(ALIVE))
                        .anyMatch(condition -> condition.path(OUTCOME).asText().equals(HOLDS));
    }

    /** @param offer the newest one to the person, told where it may still be awarded; null for none */
    static ObjectNode json(ObjectNode found, Offer offer) {
        ObjectNode json = found.objectNode();
        for (String member : List.of("right", "title", "lawFrom", OUTCOME, "proactive", "awardedBy")) {
            json.set(member, found.path(member));
        }
        ArrayNode conditions = json.putArray("conditions");
        found.path("conditions").forEach(condition -> conditions.add(condition(condition)));
        if (offer != null && !offer.state().next().isEmpty()) {
            json.putObject("offer")
                    .put("state", offer.state().name())
                    .put("until", offer.until().toString());
        }
        return json;
    }

    private static ObjectNode condition(JsonNode found) {
        ObjectNode json = ((ObjectNode) found).objectNode();
        json.set("id", found.path("id"));
        json.set("title", found.path("title"));
        if (found.has("article")) {
            json.set("article", found.path("article"));
        }
        json.set(OUTCOME, found.path(OUTCOME));
        if (!found.path(OUTCOME).asText().equals(HOLDS)) {
            ArrayNode because = json.putArray("because");
            found.path("facts")
                    .valueStream()
                    .filter(fact -> fact.has("unknown"))
                    .map(fact -> fact.path("unknown").textValue())
                    .distinct()
                    .sorted()
                    .forEach(because::add);
        }
        return json;
    }

    private OpenRight() {}
}

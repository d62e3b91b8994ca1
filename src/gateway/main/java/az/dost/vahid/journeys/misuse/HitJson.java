package az.dost.vahid.journeys.misuse;

import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;
import org.apache.camel.Message;

/** Hits, and what auditors say of them, as JSON. */
final class HitJson {
    private static final int LONGEST = 16 * 1024;

    /** What is not known, or not yet, is left out. */
    static ObjectNode of(Hit hit) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", hit.id().toString())
                .put("rule", hit.rule())
                .put("action", hit.action())
                .put("requester", hit.requester())
                .put("official", hit.official());
        put(json, "service", hit.service());
        put(json, "caseRef", hit.caseRef());
        put(json, "person", hit.person());
        if (hit.rule().equals(CitizenQuestions.RULE)) {
            json.put("askedByCitizen", true);
        }
        json.put("times", hit.times())
                .put("firstAt", hit.firstAt().toString())
                .put("lastAt", hit.lastAt().toString())
                .put("state", hit.state());
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
    static JsonNode read(Message message, Set<String> known) throws IOException {
        return StrictJson.object(BoundedBody.of(message, LONGEST), known);
    }

    private HitJson() {}
}

package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** Types of life events, as the contract's schema lists them. */
final class EventsJson {
    private static final String SCHEMA = "event.schema.json";

    /** @param title of a type */
    static ObjectNode of(PublishedContracts contracts, Function<String, ObjectNode> title) {
        JsonNode schema;
        try {
            schema = Json.mapper().readTree(contracts.all().get(SCHEMA).bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = body.putArray("events");
        for (JsonNode rule : schema.path("allOf")) {
            String type = rule.at("/if/properties/type/const").asText();
            JsonNode data =
                    schema.at(rule.at("/then/properties/data/$ref").asText().replace("#", ""));
            ObjectNode row = rows.addObject().put("type", type);
            row.set("title", title.apply(type));
            if (data.has("x-specialCategory")) {
                row.put("specialCategory", data.path("x-specialCategory").asText());
            }
            row.set("schema", data);
        }
        return body;
    }

    private EventsJson() {}
}

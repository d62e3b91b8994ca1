package az.dost.vahid.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types of {@code event.schema.json}: the fields of each, and the fact of a special category that it tells of. */
public final class EventTypes {
    private final Map<String, JsonNode> data = new LinkedHashMap<>();

    /** @param schema of events */
    public EventTypes(JsonNode schema) {
        schema.path("allOf").forEach(rule -> {
            String reference = rule.at("/then/properties/data/$ref").asText();
            data.put(rule.at("/if/properties/type/const").asText(), schema.at(reference.substring(1)));
        });
    }

    public Set<String> names() {
        return data.keySet();
    }

    /** Names of the fields of data, empty for a type that there is not. */
    public Set<String> fields(String type) {
        Set<String> fields = new LinkedHashSet<>();
        data.getOrDefault(type, com.fasterxml.jackson.databind.node.MissingNode.getInstance())
                .path("properties")
                .fieldNames()
                .forEachRemaining(fields::add);
        return fields;
    }

    /** Those that an event must have, empty for a type that there is not. */
    public Set<String> required(String type) {
        Set<String> fields = new LinkedHashSet<>();
        data.getOrDefault(type, com.fasterxml.jackson.databind.node.MissingNode.getInstance())
                .path("required")
                .forEach(field -> fields.add(field.asText()));
        return fields;
    }

    /** The fact for which a subscriber needs a grant of its own. */
    public Optional<String> special(String type) {
        return Optional.ofNullable(data.get(type))
                .map(schema -> schema.path("x-specialCategory").textValue());
    }
}

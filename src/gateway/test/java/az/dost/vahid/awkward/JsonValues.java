package az.dost.vahid.awkward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Values of a JSON Schema that describes neither an object nor a list. */
final class JsonValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static JsonNode draw(JsonNode schema, Random random) {
        if (schema.has("const")) {
            return schema.path("const");
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
        }
        JsonNode type = schema.path("type");
        String kind = type.isArray() ? type.path(random.nextInt(type.size())).asText() : type.asText();
        return switch (kind) {
            case "null" -> NODES.nullNode();
            case "boolean" -> NODES.booleanNode(random.nextInt(4) > 0);
            case "integer" ->
                NODES.numberNode(StrangeText.pick(List.of(0L, 1L, 2L, 250L, 123_450L, 9_999_999_999L), random)
                        + schema.path("minimum").asLong(0));
            case "string" -> NODES.textNode(text(schema, random));
            default -> throw new IllegalStateException("No values are made for the type " + type);
        };
    }

    private static String text(JsonNode schema, Random random) {
        if (schema.has("pattern")) {
            return StrangeText.matching(schema.path("pattern").asText(), random);
        }
        return switch (schema.path("format").asText()) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "uri" -> "urn:" + PatternText.draw("[a-z]{5}:[a-z]{5}", random);
            case "date-time" ->
                StrangeText.day(random) + "T08:05:59" + StrangeText.pick(List.of(".791", "", ".1"), random)
                        + StrangeText.pick(List.of("+04:00", "Z"), random);
            default -> {
                String text = StrangeText.any(random);
                yield text.length() < schema.path("minLength").asInt(0) ? text + "x" : text;
            }
        };
    }

    private JsonValues() {}
}

package az.dost.vahid.kit.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Schemas of an OpenAPI file as fields; of alternatives the first, or the one that is wanted where a discriminator names
 * them; of a schema that contains itself one level.
 */
final class ApiSchemas {
    private static final int MAX_FIELDS = 5_000;
    private final JsonNode api;
    private final String variant;
    private final Deque<JsonNode> within = new ArrayDeque<>();
    private int fields;

    /** @param variant value of a discriminator; null for the first of each */
    ApiSchemas(JsonNode api, String variant) {
        this.api = api;
        this.variant = variant;
    }

    /** @throws DraftException when a reference leads nowhere within the file */
    JsonNode resolved(JsonNode node) {
        JsonNode at = node;
        for (int step = 0; at.has("$ref"); step++) {
            String reference = at.path("$ref").asText();
            at = reference.startsWith("#/") ? api.at(reference.substring(1)) : MissingNode.getInstance();
            if (at.isMissingNode() || step > 20) {
                throw new DraftException("The contract refers to " + reference + ", which is not in it");
            }
        }
        return at;
    }

    /** With the properties that stand beside a reference, which OpenAPI 3.1 lets add to what is referred to. */
    private JsonNode whole(JsonNode said) {
        if (!said.has("$ref")) {
            return said;
        }
        resolved(said);
        JsonNode referred = whole(api.at(said.path("$ref").asText().substring(1)));
        if (!said.has("properties")) {
            return referred;
        }
        ObjectNode beside = said.deepCopy();
        beside.remove("$ref");
        ObjectNode whole = JsonNodeFactory.instance.objectNode().put("type", "object");
        whole.putArray("allOf").add(referred).add(beside);
        return whole;
    }

    String rootName(JsonNode schema) {
        return resolved(schema).path("xml").path("name").asText("document");
    }

    Field field(String name, JsonNode said, boolean required) {
        if (++fields > MAX_FIELDS) {
            throw new DraftException("The contract has more than " + MAX_FIELDS + " fields");
        }
        JsonNode general = first(whole(said));
        String meant = meant(general);
        JsonNode schema = meant == null ? general : alternative(general.path("discriminator").path("mapping").path(meant).asText());
        String type = type(schema);
        if (type.equals("array")) {
            Field element = field(name, schema.path("items"), required);
            boolean once = schema.path("maxItems").asInt() == 1 || schema.path("uniqueItems").asBoolean();
            return new Field(name, "", element.kind(), true, required, element.pattern(), element.values(), element.example(), element.children(), once);
        }
        if (!type.equals("object") && !schema.has("properties") && !schema.has("allOf")) {
            return Field.leaf(name, "", false, required, value(schema, type));
        }
        if (within.contains(schema)) {
            if (required) {
                throw new DraftException("The schema of " + name + " contains itself, and must: no document can have it");
            }
            return Field.group(name, "", false, false, List.of());
        }
        within.push(schema);
        List<Field> children = new ArrayList<>();
        properties(schema).forEach((property, node) -> children.add(field(
                resolved(node).path("xml").path("attribute").asBoolean() ? "@" + property : property, node, requires(schema, property))));
        within.pop();
        if (meant != null) {
            String tells = general.path("discriminator").path("propertyName").asText();
            children.replaceAll(child -> child.name().equals(tells) ? Field.leaf(tells, "", false, true, Value.oneOf(List.of(meant))) : child);
        }
        return Field.group(name, schema.path("xml").path("namespace").asText(), false, required, children);
    }

    /** The discriminator's value for the alternative that is taken; null where nothing is to choose. */
    private String meant(JsonNode schema) {
        JsonNode mapping = schema.path("discriminator").path("mapping");
        return mapping.has(variant == null ? "" : variant) ? variant : mapping.isEmpty() ? null : mapping.fieldNames().next();
    }

    /** @param named by a reference, or by the name of a schema (OpenAPI, discriminator object) */
    private JsonNode alternative(String named) {
        return resolved(JsonNodeFactory.instance.objectNode().put("$ref", named.contains("/") ? named : "#/components/schemas/" + named));
    }

    private JsonNode first(JsonNode schema) {
        for (String alternatives : List.of("oneOf", "anyOf")) {
            if (schema.path(alternatives).size() > 0) {
                return first(resolved(schema.path(alternatives).get(0)));
            }
        }
        return schema;
    }

    private Map<String, JsonNode> properties(JsonNode schema) {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        schema.path("allOf").forEach(part -> properties.putAll(properties(whole(part))));
        schema.path("properties").fields().forEachRemaining(property -> properties.put(property.getKey(), property.getValue()));
        return properties;
    }

    private boolean requires(JsonNode schema, String property) {
        for (JsonNode name : schema.path("required")) {
            if (name.asText().equals(property)) {
                return true;
            }
        }
        for (JsonNode part : schema.path("allOf")) {
            if (requires(whole(part), property)) {
                return true;
            }
        }
        return false;
    }

    /** OpenAPI 3.1 allows lists of types. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type").isArray() ? schema.path("type").path(0) : schema.path("type");
        return type.asText();
    }

    private static Value value(JsonNode schema, String type) {
        List<String> values = new ArrayList<>();
        schema.path("enum").forEach(value -> values.add(value.asText()));
        if (schema.has("const")) {
            values.add(schema.path("const").asText());
        }
        if (!values.isEmpty()) {
            JsonNode first = schema.has("const") ? schema.path("const") : schema.path("enum").path(0);
            return first.isNumber() ? new Value(Kind.NUMBER, null, values, values.get(0)) : Value.oneOf(values);
        }
        JsonNode example = schema.has("example") ? schema.path("example") : schema.path("examples").path(0);
        return switch (type) {
            case "integer" -> Value.of(Kind.NUMBER, null, example.isNumber() ? example.asText() : schema.path("minimum").asText("1"));
            case "number" -> Value.of(Kind.NUMBER, null, example.isNumber() ? example.asText() : "12.5");
            case "boolean" -> Value.of(Kind.BOOLEAN, null, "true");
            default -> text(schema, example.isTextual() ? example.asText() : null);
        };
    }

    private static Value text(JsonNode schema, String example) {
        if (example != null && !example.isEmpty()) {
            return Value.like(example).kind() == Kind.NUMBER ? Value.text(example) : Value.like(example);
        }
        if (schema.has("pattern")) {
            Value value = Value.like(Example.of(schema.path("pattern").asText().replaceAll("\\(\\?[!=][^()]*\\)", "").replaceAll("^\\^|\\$$", ""), "text"));
            return value.kind() == Kind.NUMBER ? Value.text(value.example()) : value;
        }
        return switch (schema.path("format").asText()) {
            case "date" -> Value.of(Kind.DAY, "yyyy-MM-dd", "2020-05-17");
            case "date-time" -> Value.of(Kind.TIME, "yyyy-MM-dd'T'HH:mm:ssXXX", "2026-11-25T10:15:30+04:00");
            case "uuid" -> Value.text("6f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d");
            default -> Value.text("text");
        };
    }
}

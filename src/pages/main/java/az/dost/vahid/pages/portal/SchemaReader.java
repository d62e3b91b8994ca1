package az.dost.vahid.pages.portal;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a JSON Schema into what a page shows: nothing of it is left out, and what is not known here is shown under its
 * own name.
 */
final class SchemaReader {
    private final References references;

    SchemaReader(References references) {
        this.references = references;
    }

    ShownShape shape(String name, JsonNode schema, String pointer, boolean required) {
        List<ShownRule> rules = new ArrayList<>();
        List<ShownShape> parts = new ArrayList<>();
        Prose[] prose = {Prose.NONE};
        schema.properties().forEach(member -> {
            String key = member.getKey();
            JsonNode value = member.getValue();
            String at = pointer + "/" + key;
            switch (key) {
                case "$ref", "type" -> {}
                case "title", "description" -> prose[0] = prose[0].and(Prose.of(value.asText()));
                case "required" -> others(schema, value, rules);
                case "properties", "patternProperties", "$defs", "dependentSchemas" ->
                    value.properties()
                            .forEach(property -> parts.add(shape(
                                    property.getKey(),
                                    property.getValue(),
                                    at + "/" + escaped(property.getKey()),
                                    key.equals("properties") && requires(schema, property.getKey()))));
                case "oneOf", "anyOf", "allOf", "prefixItems" -> {
                    for (int i = 0; i < value.size(); i++) {
                        parts.add(shape(key + " " + (i + 1), value.get(i), at + "/" + i, false));
                    }
                }
                case "items",
                        "additionalProperties",
                        "propertyNames",
                        "contains",
                        "not",
                        "if",
                        "then",
                        "else",
                        "contentSchema" -> {
                    if (value.isObject()) {
                        parts.add(shape(key, value, at, false));
                    } else {
                        rules.add(ShownRule.of(key, value));
                    }
                }
                default -> rules.add(ShownRule.of(key, value));
            }
        });
        if (schema.isBoolean()) {
            rules.add(ShownRule.of("schema", schema));
        }
        return new ShownShape(
                References.id(pointer),
                name,
                required,
                type(schema.path("type")),
                schema.has("$ref") ? references.link(schema.path("$ref").asText()) : null,
                prose[0],
                rules,
                parts);
    }

    /** Names that are required and told of elsewhere. */
    private static void others(JsonNode schema, JsonNode required, List<ShownRule> rules) {
        List<String> others = new ArrayList<>();
        required.forEach(name -> {
            if (!schema.path("properties").has(name.asText())) {
                others.add(name.asText());
            }
        });
        if (!others.isEmpty()) {
            rules.add(new ShownRule("required", others, false));
        }
    }

    private static boolean requires(JsonNode schema, String property) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        return required.contains(property);
    }

    private static String type(JsonNode type) {
        if (!type.isArray()) {
            return type.asText();
        }
        List<String> types = Json.list(type, JsonNode::asText);
        return String.join(" | ", types);
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}

package az.dost.vahid.check.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The leaves that a JSON Schema describes: of all alternatives, of a schema within itself once. */
final class JsonLeaves {
    private static final int DEEPEST = 60;
    private static final int MOST_STEPS = 200_000;
    private final UnaryOperator<JsonNode> resolved;
    private final LeafList leaves = new LeafList();
    private final Deque<JsonNode> within = new ArrayDeque<>();
    private final IdentityHashMap<JsonNode, String> places = new IdentityHashMap<>();
    private int steps;

    /** @param resolved follows a schema's reference */
    private JsonLeaves(UnaryOperator<JsonNode> resolved) {
        this.resolved = resolved;
    }

    static LeafList of(JsonNode schema, UnaryOperator<JsonNode> resolved) {
        JsonLeaves found = new JsonLeaves(resolved);
        found.walk(schema, "", 0, false, 0);
        return found.leaves;
    }

    private void walk(JsonNode said, String path, int optional, boolean nillable, int repetitions) {
        JsonNode schema = resolved.apply(said);
        if (places.containsKey(schema)) {
            leaves.again(path, places.get(schema));
            return;
        }
        if (++steps > MOST_STEPS || within.size() > DEEPEST) {
            leaves.cut();
            return;
        }
        within.push(schema);
        places.put(schema, path);
        boolean nil =
                nillable || schema.path("nullable").asBoolean() || types(schema).contains("null");
        List<JsonNode> alternatives = alternatives(schema);
        boolean some = alternatives.size() > 1;
        nil |= alternatives.size()
                < schema.path("oneOf").size() + schema.path("anyOf").size();
        for (JsonNode alternative : alternatives) {
            walk(alternative, path, optional + (some ? 1 : 0), nil, repetitions);
        }
        for (JsonNode part : schema.path("allOf")) {
            walk(part, path, optional, nil, repetitions);
        }
        for (String branch : List.of("if", "then", "else")) {
            if (schema.path(branch).isObject()) {
                walk(schema.path(branch), path, optional + 1, nil, repetitions);
            }
        }
        Set<String> needed = needed(schema);
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            walk(
                    property.getValue(),
                    path + "/" + property.getKey(),
                    optional + (needed.contains(property.getKey()) ? 0 : 1),
                    false,
                    repetitions);
        }
        for (JsonNode any : named(schema)) {
            walk(any, path + "/*", optional + 1, false, repetitions);
        }
        if (schema.has("items") || schema.has("prefixItems") || types(schema).contains("array")) {
            for (JsonNode item : items(schema)) {
                walk(item, path, optional, nil, repetitions + 1);
            }
        } else if (!path.isEmpty()
                && alternatives.isEmpty()
                && !schema.has("allOf")
                && !schema.has("properties")
                && named(schema).isEmpty()
                && !types(schema).contains("object")) {
            leaves.add(path, new ContractLeaf(kind(schema), form(schema), optional, nil, repetitions, values(schema)));
        }
        within.pop();
        places.remove(schema);
    }

    /** Of each place of a list, where its places differ. */
    private static List<JsonNode> items(JsonNode schema) {
        List<JsonNode> items = new ArrayList<>();
        schema.path("prefixItems").forEach(items::add);
        if (schema.path("items").isArray()) {
            schema.path("items").forEach(items::add);
        } else if (schema.path("items").isObject() || items.isEmpty()) {
            items.add(schema.path("items"));
        }
        return items;
    }

    /** Of members whose names are data. */
    private static List<JsonNode> named(JsonNode schema) {
        List<JsonNode> named = new ArrayList<>();
        schema.path("patternProperties").forEach(named::add);
        if (schema.path("additionalProperties").isObject()
                && !schema.path("additionalProperties").isEmpty()) {
            named.add(schema.path("additionalProperties"));
        }
        return named;
    }

    private List<JsonNode> alternatives(JsonNode schema) {
        List<JsonNode> alternatives = new ArrayList<>();
        for (String word : List.of("oneOf", "anyOf")) {
            schema.path(word).forEach(one -> {
                if (!types(resolved.apply(one)).equals(Set.of("null"))) {
                    alternatives.add(one);
                }
            });
        }
        if (alternatives.isEmpty()) {
            schema.path("discriminator")
                    .path("mapping")
                    .forEach(named -> alternatives.add(JsonNodeFactory.instance
                            .objectNode()
                            .put(
                                    "$ref",
                                    named.asText().contains("/")
                                            ? named.asText()
                                            : "#/components/schemas/" + named.asText())));
        }
        return alternatives;
    }

    /** Names that an object must have, also by the parts that it is composed of. */
    private Set<String> needed(JsonNode schema) {
        Set<String> needed = new HashSet<>();
        schema.path("required").forEach(name -> needed.add(name.asText()));
        for (JsonNode outer : within) {
            // A part of a composition is described by the whole of it, too.
            if (outer != schema && composed(outer, schema)) {
                outer.path("required").forEach(name -> needed.add(name.asText()));
                outer.path("allOf")
                        .forEach(part ->
                                resolved.apply(part).path("required").forEach(name -> needed.add(name.asText())));
            }
        }
        schema.path("allOf")
                .forEach(part -> resolved.apply(part).path("required").forEach(name -> needed.add(name.asText())));
        return needed;
    }

    private boolean composed(JsonNode whole, JsonNode part) {
        for (JsonNode one : whole.path("allOf")) {
            if (resolved.apply(one) == part) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> types(JsonNode schema) {
        Set<String> types = new HashSet<>();
        if (schema.path("type").isArray()) {
            schema.path("type").forEach(type -> types.add(type.asText()));
        } else if (schema.has("type")) {
            types.add(schema.path("type").asText());
        }
        return types;
    }

    private static String kind(JsonNode schema) {
        Set<String> types = new HashSet<>(types(schema));
        types.remove("null");
        String type = types.size() == 1 ? types.iterator().next() : "";
        return switch (type) {
            case "integer" -> "whole number";
            case "number" -> "number";
            case "boolean" -> "truth value";
            default ->
                switch (schema.path("format").asText()) {
                    case "date" -> "day";
                    case "date-time" -> "time";
                    default -> "text";
                };
        };
    }

    private static String form(JsonNode schema) {
        return schema.path("pattern").asText();
    }

    private static List<String> values(JsonNode schema) {
        List<String> values = new ArrayList<>();
        schema.path("enum").forEach(value -> values.add(value.asText()));
        if (schema.has("const")) {
            values.add(schema.path("const").asText());
        }
        return values;
    }
}

package az.dost.vahid.kit.draft;

import az.dost.vahid.check.api.ApiFiles;
import az.dost.vahid.kit.draft.field.DraftException;
import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.kit.draft.field.Value;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Schemas of an API as fields: all parts of {@code allOf} together; of alternatives the first that says anything,
 * unless another one is wanted at its place, or the one that is wanted where a discriminator names them; of a schema
 * that contains itself one level.
 */
final class ApiSchemas {
    private static final int MAX_FIELDS = 5_000;
    private static final int MAX_PARTS = 200;
    private static final int MAX_DEPTH = 80;
    private final ApiFiles files;
    private final String variant;
    private final String hidden;
    private final Map<String, Integer> wanted;
    private final Deque<JsonNode> within = new ArrayDeque<>();
    private final Deque<String> way = new ArrayDeque<>();
    private final Map<String, Integer> alternatives = new LinkedHashMap<>();
    private final Set<String> variants = new LinkedHashSet<>();
    private int fields;

    /**
     * @param variant value of a discriminator; null for the first of each
     * @param hidden mark of the properties that do not travel this way: readOnly or writeOnly
     */
    ApiSchemas(ApiFiles files, String variant, String hidden) {
        this(files, variant, hidden, Map.of());
    }

    /** @param wanted which of several alternatives is taken, from 0, by their {@link #alternatives place} */
    ApiSchemas(ApiFiles files, String variant, String hidden, Map<String, Integer> wanted) {
        this.files = files;
        this.variant = variant;
        this.hidden = hidden;
        this.wanted = wanted;
    }

    /**
     * How many alternatives no discriminator tells apart there are, by their place in the documents drawn so far: names
     * behind slashes, without marks of repetition.
     */
    Map<String, Integer> alternatives() {
        return alternatives;
    }

    /** Values of the discriminators met so far. */
    Set<String> variants() {
        return variants;
    }

    String rootName(JsonNode schema) {
        return files.resolved(schema).path("xml").path("name").asText("document");
    }

    /**
     * @throws DraftException when it cannot be drawn, @throws az.dost.vahid.check.api.ApiException when a reference
     *     leads nowhere
     */
    Field field(String name, JsonNode said, boolean required) {
        if (++fields > MAX_FIELDS) {
            throw new DraftException("The contract has more than " + MAX_FIELDS + " fields");
        }
        JsonNode schema = files.resolved(said);
        List<JsonNode> parts = new ArrayList<>();
        parts(said, parts, true);
        String type = type(parts);
        Map<String, JsonNode> properties = properties(parts);
        if (!type.equals("array") && !type.equals("object") && properties.isEmpty()) {
            return Field.leaf(name, "", false, required, ApiValues.of(parts, type))
                    .described(ApiValues.words(parts));
        }
        if (within.stream().anyMatch(one -> one == schema) || within.size() > MAX_DEPTH) {
            if (required) {
                throw new DraftException.Endless(
                        "The schema of " + name + " contains itself, and must: no document can have it");
            }
            return Field.group(name, "", false, false, List.of());
        }
        within.push(schema);
        try {
            return type.equals("array")
                    ? list(name, parts, required)
                    : group(name, schema, parts, properties, required);
        } finally {
            within.pop();
        }
    }

    /** An empty list is a list. */
    private Field list(String name, List<JsonNode> parts, boolean required) {
        JsonNode items = ApiValues.first(parts, "items");
        Field element = field(
                name,
                items.isMissingNode() ? ApiValues.first(parts, "prefixItems").path(0) : items,
                false);
        return new Field(
                name,
                "",
                element.kind(),
                true,
                required,
                element.pattern(),
                element.values(),
                element.example(),
                element.children(),
                ApiValues.first(parts, "maxItems").asInt() == 1
                        || ApiValues.first(parts, "uniqueItems").asBoolean(),
                element.repeated() ? element.nested() + 1 : 0,
                element.narrow(),
                null,
                element.said());
    }

    private Field group(
            String name, JsonNode schema, List<JsonNode> parts, Map<String, JsonNode> properties, boolean required) {
        List<Field> children = new ArrayList<>();
        properties.forEach((property, node) -> {
            JsonNode resolved = files.resolved(node);
            if (!resolved.path(hidden).asBoolean()) {
                add(
                        resolved.path("xml").path("attribute").asBoolean() ? "@" + property : property,
                        node,
                        requires(parts, property),
                        children);
            }
        });
        String meant = meant(schema);
        if (meant != null) {
            String tells = schema.path("discriminator").path("propertyName").asText();
            children.replaceAll(child -> child.name().equals(tells)
                    ? Field.leaf(tells, "", false, true, Value.oneOf(List.of(meant)))
                    : child);
        }
        return Field.group(name, ApiValues.first(parts, "xml").path("namespace").asText(), false, required, children);
    }

    private void add(String name, JsonNode said, boolean required, List<Field> children) {
        way.addLast(name);
        try {
            children.add(field(name, said, required));
        } catch (DraftException.Endless e) {
            if (required) {
                throw e;
            }
            // No document ends that has it; one without it does.
        } finally {
            way.removeLast();
        }
    }

    /** The discriminator's value for the alternative that is taken; null where nothing is to choose. */
    private String meant(JsonNode schema) {
        JsonNode mapping = schema.path("discriminator").path("mapping");
        mapping.fieldNames().forEachRemaining(variants::add);
        return mapping.has(variant == null ? "" : variant)
                ? variant
                : mapping.isEmpty() ? null : mapping.fieldNames().next();
    }

    /**
     * The schema, and what holds of its documents beside it.
     *
     * @param chosen whether its discriminator chooses: not where it is itself part of what was chosen
     */
    private void parts(JsonNode said, List<JsonNode> into, boolean chosen) {
        JsonNode schema = files.resolved(said);
        if (into.stream().anyMatch(one -> one == schema)) {
            return;
        }
        if (into.size() >= MAX_PARTS) {
            throw new DraftException("A schema of the contract has more than " + MAX_PARTS + " parts");
        }
        into.add(schema);
        beside(said, into);
        schema.path("allOf").forEach(part -> parts(part, into, false));
        String meant = chosen ? meant(schema) : null;
        JsonNode alternative = meant != null
                ? files.alternative(
                        schema.path("discriminator").path("mapping").path(meant).asText())
                : alternative(schema);
        if (!alternative.isMissingNode()) {
            parts(alternative, into, false);
        }
    }

    /** OpenAPI 3.1 lets properties stand beside a reference, which add to what is referred to. */
    private void beside(JsonNode said, List<JsonNode> into) {
        for (JsonNode at = said; at.path("$ref").isTextual(); at = files.next(at)) {
            if (at.has("properties")) {
                into.add(at);
            }
        }
    }

    /** The first that is more than nothing, or the one that is wanted; missing when there is none. */
    private JsonNode alternative(JsonNode schema) {
        List<JsonNode> some = new ArrayList<>();
        for (String word : List.of("oneOf", "anyOf")) {
            for (JsonNode one : schema.path(word)) {
                if (!type(List.of(files.resolved(one))).equals("null")) {
                    some.add(one);
                }
            }
        }
        if (some.size() < 2) {
            return some.isEmpty() ? MissingNode.getInstance() : some.get(0);
        }
        String place = way.stream().map(name -> "/" + name).collect(Collectors.joining());
        alternatives.merge(place, some.size(), Math::max);
        return some.get(Math.min(wanted.getOrDefault(place, 0), some.size() - 1));
    }

    private static Map<String, JsonNode> properties(List<JsonNode> parts) {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        parts.forEach(part -> part.path("properties")
                .properties()
                .forEach(property -> properties.put(property.getKey(), property.getValue())));
        return properties;
    }

    private static boolean requires(List<JsonNode> parts, String property) {
        for (JsonNode part : parts) {
            for (JsonNode name : part.path("required")) {
                if (name.asText().equals(property)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** OpenAPI 3.1 allows lists of types: the first that is more than nothing. */
    private static String type(List<JsonNode> parts) {
        JsonNode type = ApiValues.first(parts, "type");
        if (!type.isArray()) {
            return type.asText();
        }
        for (JsonNode one : type) {
            if (!one.asText().equals("null")) {
                return one.asText();
            }
        }
        return "null";
    }
}

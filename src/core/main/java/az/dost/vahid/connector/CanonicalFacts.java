package az.dost.vahid.connector;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.Resource;

/**
 * The canonical facts, as {@code contracts/dossier.schema.json} defines them.
 *
 * @param special names of those of a special category
 * @param fields by fact, the fields that it or each of its items may have
 * @param required by fact, the fields that it or each of its items has in every dossier
 * @param schemas the schema's {@code $defs}: of facts, and of words that they share
 */
public record CanonicalFacts(
        Set<String> names,
        Set<String> special,
        Map<String, Set<String>> fields,
        Map<String, Set<String>> required,
        JsonNode schemas) {
    /** @throws IOException when the schema cannot be read */
    public static CanonicalFacts of(Resource dossierSchema) throws IOException {
        try (var in = dossierSchema.getInputStream()) {
            JsonNode schema = Json.mapper().readTree(in);
            CanonicalFacts facts = new CanonicalFacts(
                    new HashSet<>(), new HashSet<>(), new HashMap<>(), new HashMap<>(), schema.path("$defs"));
            schema.at("/properties/facts/properties")
                    .fieldNames()
                    .forEachRemaining(name -> facts.add(name, schema.at("/$defs/" + name)));
            return facts;
        }
    }

    /**
     * What one record of a fact is: of a list, one of its items.
     *
     * @param part a list within the fact, null for the fact itself
     * @return missing when there is no such list
     */
    public JsonNode record(String fact, String part) {
        JsonNode record = items(resolved(schemas.path(fact)));
        return part == null ? record : items(resolved(record.path("properties").path(part)));
    }

    public boolean isList(String fact) {
        return resolved(schemas.path(fact)).path("items").isObject();
    }

    /** The schema of a field of a record; missing when there is none. */
    public JsonNode field(JsonNode record, String field) {
        return resolved(record.path("properties").path(field));
    }

    private static JsonNode items(JsonNode schema) {
        return schema.path("items").isObject() ? schema.path("items") : schema;
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? schemas.path(schema.path("$ref").textValue().substring("#/$defs/".length()))
                : schema;
    }

    private void add(String name, JsonNode definition) {
        names.add(name);
        if (definition.path("x-specialCategory").booleanValue()) {
            special.add(name);
        }
        JsonNode object = definition.path("items").isObject() ? definition.path("items") : definition;
        Set<String> all = new HashSet<>();
        object.path("properties").fieldNames().forEachRemaining(all::add);
        fields.put(name, all);
        Set<String> always = new HashSet<>();
        object.path("required").forEach(field -> always.add(field.textValue()));
        required.put(name, always);
    }
}

package az.dost.vahid.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.Resource;

/**
 * The canonical facts, as {@code contracts/dossier.schema.json} defines them.
 *
 * @param special  names of those of a special category
 * @param fields   by fact, the fields that it or each of its items may have
 * @param required by fact, the fields that it or each of its items has in every dossier
 */
public record CanonicalFacts(Set<String> names, Set<String> special, Map<String, Set<String>> fields, Map<String, Set<String>> required) {
    /** @throws IOException when the schema cannot be read */
    public static CanonicalFacts of(Resource dossierSchema) throws IOException {
        try (var in = dossierSchema.getInputStream()) {
            JsonNode schema = new ObjectMapper().readTree(in);
            CanonicalFacts facts = new CanonicalFacts(new HashSet<>(), new HashSet<>(), new HashMap<>(), new HashMap<>());
            schema.at("/properties/facts/properties").fieldNames().forEachRemaining(name -> facts.add(name, schema.at("/$defs/" + name)));
            return facts;
        }
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

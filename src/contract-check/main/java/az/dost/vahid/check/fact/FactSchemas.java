package az.dost.vahid.check.fact;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;

/** The canonical facts as {@code contracts/dossier.schema.json} defines them. */
public final class FactSchemas {
    private final JsonNode dossier;
    private final Schema schema;

    /** A fact's value that does not fit, by its pointer within the facts. */
    public record Misfit(JsonPointer at, String message) {}

    /** @param dossierSchema {@code contracts/dossier.schema.json} */
    public FactSchemas(Resource dossierSchema) {
        try (var in = dossierSchema.getInputStream()) {
            dossier = Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        facts.set("$defs", dossier.path("$defs"));
        ObjectNode properties = facts.putObject("properties");
        names().forEach(fact -> properties.putObject(fact).put("$ref", "#/$defs/" + fact));
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(facts);
    }

    /** In the order of the schema. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        dossier.at("/properties/facts/properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** A fact's record: of one element where the fact is a list. */
    public FactShape shape(String fact) {
        JsonNode definition = dossier.path("$defs").path(fact);
        boolean list = definition.path("type").asText().equals("array");
        JsonNode object = list ? definition.path("items") : definition;
        List<FactField> fields = object.path("properties").properties().stream()
                .map(property -> field(object, property.getKey(), property.getValue()))
                .toList();
        return new FactShape(fact, list, fields);
    }

    private static FactField field(JsonNode object, String name, JsonNode property) {
        List<String> values = Json.list(property.path("enum"), JsonNode::asText);
        String reference = property.path("$ref").asText();
        String type = !reference.isEmpty()
                ? reference.substring(reference.lastIndexOf('/') + 1)
                : !values.isEmpty() ? "enum" : property.path("type").asText();
        boolean required = false;
        for (JsonNode one : object.path("required")) {
            required |= one.asText().equals(name);
        }
        return new FactField(name, type, required, values);
    }

    /** What does not fit in facts by name. */
    public List<Misfit> misfits(JsonNode facts) {
        return schema.validate(facts).stream()
                .map(error -> new Misfit(
                        JsonPointer.compile(error.getInstanceLocation().toString()), error.getMessage()))
                .distinct()
                .toList();
    }
}

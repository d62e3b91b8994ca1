package az.dost.vahid.kit;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;

/** The canonical facts as {@code contracts/dossier.schema.json} defines them. */
final class FactSchemas {
    private final JsonNode dossier;
    private final JsonSchema schema;

    /** A fact's value that does not fit, by its pointer within the facts. */
    record Misfit(JsonPointer at, String message) { }

    FactSchemas(Resource dossierSchema) {
        try (var in = dossierSchema.getInputStream()) {
            dossier = new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        facts.set("$defs", dossier.path("$defs"));
        ObjectNode properties = facts.putObject("properties");
        names().forEach(fact -> properties.putObject(fact).put("$ref", "#/$defs/" + fact));
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(facts,
                SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build());
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        dossier.at("/properties/facts/properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    JsonNode definition(String fact) {
        return dossier.path("$defs").path(fact);
    }

    /** A definition with the one that it refers to, if any, filled in. */
    JsonNode resolved(JsonNode definition) {
        String reference = definition.path("$ref").asText();
        return reference.isEmpty() ? definition : dossier.path("$defs").path(reference.substring("#/$defs/".length()));
    }

    List<Misfit> misfits(JsonNode facts) {
        return schema.validate(facts).stream().map(message -> {
            String where = message.getInstanceLocation().toString();
            String text = message.getMessage();
            return new Misfit(JsonPointer.compile(where), text.startsWith(where + ": ") ? text.substring(where.length() + 2) : text);
        }).toList();
    }
}

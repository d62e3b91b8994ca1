package az.dost.vahid.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A JSON Schema as Markdown tables for people. */
final class SchemaReference {
    private final JsonNode schema;
    private final StringBuilder text = new StringBuilder();

    SchemaReference(JsonNode schema) {
        this.schema = schema;
    }

    /** Every member of the document, by its dotted path; required ones are marked with a star. */
    String members() {
        text.append("| member | type | default | meaning |\n| --- | --- | --- | --- |\n");
        members("", schema);
        return text.toString();
    }

    private void members(String path, JsonNode object) {
        object.path("properties").fields().forEachRemaining(property -> {
            JsonNode said = property.getValue();
            JsonNode resolved = resolved(said);
            String name = path + property.getKey();
            row("`" + name + "`" + (requires(object, property.getKey()) ? " *" : ""), type(said),
                    fallback(said.path("default")),
                    said.path("description").asText(resolved.path("description").asText()));
            members(name + ".", resolved);
        });
    }

    private static String fallback(JsonNode value) {
        return value.isMissingNode() ? "" : "`" + (value.isValueNode() ? value.asText() : value.toString()) + "`";
    }

    /** Every canonical fact and its fields, with the registers that are a source of it. */
    String facts() {
        text.append("| fact | type | sources | meaning |\n| --- | --- | --- | --- |\n");
        schema.at("/properties/facts/properties").fieldNames().forEachRemaining(fact -> {
            JsonNode definition = schema.path("$defs").path(fact);
            row("`" + fact + "`", definition.path("type").asText().equals("array") ? "list" : "record", texts(definition.path("x-sources")),
                    definition.path("description").asText() + (definition.path("x-specialCategory").asBoolean() ? " Special category of personal data." : ""));
            JsonNode record = definition.has("items") ? definition.path("items") : definition;
            record.path("properties").fields().forEachRemaining(field -> row("`" + fact + "." + field.getKey() + "`"
                    + (requires(record, field.getKey()) ? " *" : ""), type(field.getValue()), "", field.getValue().path("description").asText()));
        });
        return text.toString();
    }

    private void row(String... cells) {
        for (String cell : cells) {
            text.append("| ").append(cell.replace("|", "\\|")).append(' ');
        }
        text.append("|\n");
    }

    private String type(JsonNode said) {
        if (said.has("enum")) {
            return texts(said.path("enum"));
        }
        String reference = said.path("$ref").asText();
        return reference.isEmpty() ? said.path("type").asText() : reference.substring(reference.lastIndexOf('/') + 1);
    }

    private JsonNode resolved(JsonNode said) {
        String reference = said.path("$ref").asText();
        return reference.startsWith("#") ? schema.at(reference.substring(1)) : said;
    }

    private static boolean requires(JsonNode object, String property) {
        for (JsonNode required : object.path("required")) {
            if (required.asText().equals(property)) {
                return true;
            }
        }
        return false;
    }

    private static String texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return String.join(", ", texts);
    }
}

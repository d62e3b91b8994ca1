package az.dost.vahid.kit;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.json.Json;
import az.dost.vahid.wordbook.Language;
import az.dost.vahid.wordbook.Wordbook;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JSON Schema as tables. */
final class SchemaReference {
    private final JsonNode schema;

    SchemaReference(JsonNode schema) {
        this.schema = schema;
    }

    /** Every member of the document, by its dotted path; required ones are marked with a star. */
    Table members() {
        Table table = new Table("member", "type", "default", "meaning");
        members("", schema, table);
        return table;
    }

    private void members(String path, JsonNode object, Table table) {
        object.path("properties").properties().forEach(property -> {
            JsonNode said = property.getValue();
            JsonNode resolved = resolved(said);
            String name = path + property.getKey();
            table.row(
                    "`" + name + "`" + (requires(object, property.getKey()) ? " *" : ""),
                    type(said),
                    fallback(said.path("default")),
                    said.path("description").asText(resolved.path("description").asText()));
            members(name + ".", resolved, table);
        });
    }

    private static String fallback(JsonNode value) {
        return value.isMissingNode() ? "" : "`" + (value.isValueNode() ? value.asText() : value.toString()) + "`";
    }

    /**
     * Every canonical fact and its fields, with the agencies that are a source of it, or only confirm it, the law under
     * which each is asked, and the Azerbaijani name that people read.
     */
    Table facts(List<Connector> connectors, Wordbook words) {
        Table table = new Table("fact", "in Azerbaijani", "type", "sources", "law", "meaning", "not believed");
        schema.at("/properties/facts/properties").fieldNames().forEachRemaining(fact -> {
            JsonNode definition = schema.path("$defs").path(fact);
            List<Connector> sources = connectors.stream()
                    .filter(one -> one.facts().contains(fact))
                    .toList();
            List<Connector> confirming = connectors.stream()
                    .filter(one -> one.confirms().contains(fact))
                    .toList();
            table.row(
                    "`" + fact + "`",
                    name(words, fact),
                    definition.path("type").asText().equals("array") ? "list" : "record",
                    ids(sources) + (confirming.isEmpty() ? "" : "; confirmed by " + ids(confirming)),
                    Stream.concat(sources.stream(), confirming.stream())
                            .map(SchemaReference::law)
                            .distinct()
                            .collect(Collectors.joining("; ")),
                    definition.path("description").asText()
                            + (definition.path("x-specialCategory").asBoolean()
                                    ? " Special category of personal data."
                                    : ""),
                    RuleText.of(definition.has("items") ? definition.path("items") : definition));
            JsonNode record = definition.has("items") ? definition.path("items") : definition;
            record.path("properties")
                    .properties()
                    .forEach(field -> table.row(
                            "`" + fact + "." + field.getKey() + "`" + (requires(record, field.getKey()) ? " *" : ""),
                            name(words, fact + "." + field.getKey()),
                            type(field.getValue()),
                            "",
                            "",
                            field.getValue().path("description").asText(),
                            RuleText.of(field.getValue())));
        });
        return table;
    }

    private static String name(Wordbook words, String key) {
        return words.find("facts", key, Language.AZ).orElse("");
    }

    private static String ids(List<Connector> connectors) {
        return connectors.isEmpty()
                ? "none"
                : connectors.stream().map(Connector::id).collect(Collectors.joining(", "));
    }

    private static String law(Connector connector) {
        return connector.legalBasis() + (connector.illustrative() ? " (not checked)" : "");
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
        List<String> texts = Json.list(list, JsonNode::asText);
        return String.join(", ", texts);
    }
}

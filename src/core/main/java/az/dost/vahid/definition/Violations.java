package az.dost.vahid.definition;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Schema violations as findings: at the member meant, and with the word that was probably meant. */
final class Violations {
    private final JsonNode schema;

    Violations(JsonNode schema) {
        this.schema = schema;
    }

    Finding finding(Definition definition, Error violation) {
        List<Object> path = new ArrayList<>(Arrays.asList(
                (Object[]) violation.getInstanceLocation().toString().split("/")));
        // A pointer begins with a slash.
        path.remove(0);
        String keyword = violation.getKeyword();
        if ("additionalProperties".equals(keyword)) {
            path.add(violation.getProperty());
            return definition.suggesting(
                    "there is no member " + violation.getProperty() + " here",
                    Nearest.of(violation.getProperty(), siblings(violation)),
                    path.toArray());
        }
        if ("enum".equals(keyword)) {
            List<String> known = texts(violation.getSchemaNode());
            return definition.suggesting(
                    "must be one of " + String.join(", ", known),
                    Nearest.of(violation.getInstanceNode().asText(), known),
                    path.toArray());
        }
        String where = violation.getInstanceLocation().toString();
        return definition.at(
                (where.isEmpty() ? "" : where.substring(1).replace('/', '.') + ": ") + violation.getMessage(),
                path.toArray());
    }

    private List<String> siblings(Error violation) {
        String location = violation.getSchemaLocation().toString();
        String pointer =
                location.substring(location.indexOf('#') + 1).replaceFirst("/additionalProperties$", "/properties");
        List<String> names = new ArrayList<>();
        schema.at(pointer).fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode list) {
        return Json.list(list, JsonNode::asText);
    }
}

package az.dost.vahid.check.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** What a descriptor writes into path, query and headers, held to the parameters of an OpenAPI or Swagger file. */
final class ApiParameters {
    private final ApiContract api;
    private final JsonNode call;

    /** @param call of the descriptor */
    ApiParameters(ApiContract api, JsonNode call) {
        this.api = api;
        this.call = call;
    }

    /** @param path of the contract */
    List<CallMisfit> misfits(String path, JsonNode parameter) {
        String name = parameter.path("name").asText();
        return switch (parameter.path("in").asText()) {
            case "query" -> held(parameter, values(call.path("query").path(name)), List.of("call", "query", name));
            case "header" -> held(parameter, values(call.path("headers").path(name)), List.of("call", "headers", name));
            case "path" -> held(parameter, segment(path, name), List.of("call", "path"));
            default -> List.of();
        };
    }

    /** Filled in as the gateway does. */
    private static List<String> values(JsonNode said) {
        List<String> values = new ArrayList<>();
        if (said.isArray()) {
            said.forEach(value -> values.add(FilledRequest.of(value.asText())));
        } else if (said.isValueNode()) {
            values.add(FilledRequest.of(said.asText()));
        }
        return values;
    }

    private List<String> segment(String path, String name) {
        String[] known = path.split("/", -1);
        String[] sent = call.path("path").asText().split("/", -1);
        for (int i = 0; i < Math.min(known.length, sent.length); i++) {
            if (known[i].equals("{" + name + "}")) {
                return List.of(FilledRequest.of(sent[i]));
            }
        }
        return List.of();
    }

    private List<CallMisfit> held(JsonNode parameter, List<String> values, List<String> at) {
        JsonNode schema = parameter.has("schema")
                ? parameter.path("schema")
                : ((ObjectNode) parameter.deepCopy()).without(List.of("in", "name", "required", "collectionFormat"));
        String type = api.resolved(schema).path("type").asText();
        if (values.isEmpty() || type.equals("object") || !schema.isObject()) {
            return List.of();
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        values.forEach(list::add);
        JsonNode sent = type.equals("array") || values.size() > 1 ? list : TextNode.valueOf(values.get(0));
        return api
                .schema(schema, "readOnly", true, trouble -> {})
                .map(read -> new JsonForm(read, trouble -> {}).misfits(sent))
                .orElse(List.of())
                .stream()
                .map(misfit -> new CallMisfit(
                        !misfit.doubtful()
                                && (misfit.value() == null || !misfit.value().contains(FilledRequest.FIN)),
                        at,
                        "the contract's parameter " + parameter.path("name").asText() + ": " + misfit.message()))
                .toList();
    }
}

package az.dost.vahid.check.form;

import az.dost.vahid.check.api.Api;
import az.dost.vahid.check.api.ApiException;
import az.dost.vahid.check.api.ApiOperation;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** An OpenAPI 3.0 or 3.1 file, or one of Swagger 2.0, in YAML or JSON. */
final class ApiContract {
    private static final ObjectMapper JSON = Json.mapper();
    private static final int MOST_VALUES = 500_000;
    /** Words whose members are named by the agency. */
    private static final Set<String> NAMES = Set.of(
            "properties", "patternProperties", "definitions", "$defs", "schemas", "paths", "responses", "parameters");

    private static final JsonNode NOTHING = MissingNode.getInstance();
    private final ObjectNode api;
    private final boolean swagger;

    private ApiContract(ObjectNode api) {
        this.api = api;
        this.swagger = api.has("swagger");
    }

    /** With all files that it refers to. Empty when the file is none. */
    static Optional<ApiContract> read(OthersFiles folder, Path file) {
        Optional<ApiContract> alone = read(ContractText.of(folder, file));
        try {
            return alone.isEmpty()
                    ? alone
                    : Optional.of(Api.read(folder, file).files().together())
                            .filter(whole -> values(whole, MOST_VALUES) > 0)
                            .map(ApiContract::new);
        } catch (ApiException e) {
            // What it refers to is not there, of which others tell.
            return alone;
        }
    }

    /** Empty when the text is none. */
    static Optional<ApiContract> read(String text) {
        return tree(text)
                .filter(api -> api.has("openapi") || api.has("swagger"))
                .map(ApiContract::new);
    }

    /** Empty when the text is no object in YAML or JSON, or has more than 500,000 values. */
    static Optional<ObjectNode> tree(String text) {
        try {
            // JSON may be set in by tabs, which YAML may not.
            JsonNode read =
                    text.stripLeading().startsWith("{") ? JSON.readTree(text) : Json.core(text, ContractText.MAX_BYTES);
            return read instanceof ObjectNode object && values(object, MOST_VALUES) > 0
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (JsonProcessingException | YamlEngineException e) {
            return Optional.empty();
        }
    }

    /**
     * How many values may still come after those of a tree; what aliases share counts each time, for a copy has it each
     * time.
     */
    private static int values(JsonNode tree, int left) {
        int rest = left - 1;
        for (JsonNode child : tree) {
            rest = rest > 0 ? values(child, rest) : rest;
        }
        return rest;
    }

    JsonNode api() {
        return api;
    }

    boolean swagger() {
        return swagger;
    }

    /** What a reference leads to; the node itself when it is none, missing when it leads nowhere within the file. */
    JsonNode resolved(JsonNode node) {
        JsonNode at = node;
        for (int step = 0; at.path("$ref").isTextual() && step < 20; step++) {
            String reference = at.path("$ref").asText();
            at = reference.startsWith("#/") ? at(reference.substring(1)) : NOTHING;
        }
        return at;
    }

    private JsonNode at(String pointer) {
        try {
            return api.at(JsonPointer.compile(URLDecoder.decode(pointer.replace("+", "%2B"), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return NOTHING;
        }
    }

    /**
     * The path of the contract that is meant by one of a descriptor, which may have values or placeholders of its own
     * in it.
     */
    Optional<String> path(String described) {
        List<String> known = new ArrayList<>();
        api.path("paths").fieldNames().forEachRemaining(known::add);
        return known.stream()
                .filter(path -> path.equals(described))
                .findFirst()
                .or(() -> known.stream()
                        .filter(path -> ApiOperation.fits(path, described))
                        .findFirst());
    }

    /** Missing when there is none. */
    JsonNode operation(String path, String method) {
        return resolved(api.path("paths").path(path)).path(method.toLowerCase(Locale.ROOT));
    }

    /**
     * Parameters of a path and of an operation, references resolved; those of the operation stand for the path's of the
     * same name and place.
     */
    List<JsonNode> parameters(String path, JsonNode operation) {
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        for (JsonNode list :
                List.of(resolved(api.path("paths").path(path)).path("parameters"), operation.path("parameters"))) {
            for (JsonNode one : list) {
                JsonNode parameter = resolved(one);
                parameters.put(
                        parameter.path("in").asText() + " "
                                + parameter.path("name").asText(),
                        parameter);
            }
        }
        return List.copyOf(parameters.values());
    }

    /** The reply of a status: by its number, its hundred or else the default; missing when there is none. */
    JsonNode response(JsonNode operation, int status) {
        JsonNode responses = operation.path("responses");
        for (String key : List.of(String.valueOf(status), status / 100 + "XX", status / 100 + "xx", "default")) {
            if (responses.has(key)) {
                return resolved(responses.path(key));
            }
        }
        return NOTHING;
    }

    /**
     * What is said of a media type within a body or a reply; of the first of JSON, or of any, when the type is not
     * there or null.
     */
    Optional<Map.Entry<String, JsonNode>> content(JsonNode holder, String type) {
        List<Map.Entry<String, JsonNode>> all = new ArrayList<>();
        holder.path("content").properties().forEach(all::add);
        String wanted = type == null ? "" : plain(type);
        return all.stream()
                .filter(one -> plain(one.getKey()).equals(wanted))
                .findFirst()
                .or(() -> all.stream()
                        .filter(one -> one.getKey().contains("json"))
                        .findFirst())
                .or(() -> all.stream().findFirst());
    }

    /** A media type without its parameters. */
    static String plain(String type) {
        return type.replaceFirst(";.*$", "").strip().toLowerCase(Locale.ROOT);
    }

    /**
     * By the value of the discriminator, the schemas that a schema without alternatives of its own stands for; empty
     * where it has none. They are named by reference or by name.
     */
    Map<String, JsonNode> discriminated(JsonNode schema) {
        JsonNode general = resolved(schema);
        Map<String, JsonNode> alternatives = new LinkedHashMap<>();
        if (!general.has("oneOf") && !general.has("anyOf")) {
            general.path("discriminator").path("mapping").properties().forEach(one -> {
                String named = one.getValue().asText();
                alternatives.put(
                        one.getKey(),
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("$ref", named.contains("/") ? named : "#/components/schemas/" + named));
            });
        }
        return alternatives;
    }

    JsonDialect dialect() {
        return api.path("openapi").asText().startsWith("3.1") ? JsonDialect.OPENAPI_3_1 : JsonDialect.OPENAPI_3_0;
    }

    /**
     * A schema of this file that can be used by itself: its references lead into a copy of the file.
     *
     * @param hidden readOnly for a request, writeOnly for a reply: what need not be there
     */
    Optional<Schema> schema(JsonNode schema, String hidden, boolean loose, Consumer<String> troubles) {
        if (!schema.isObject()) {
            return Optional.empty();
        }
        ObjectNode whole = api.deepCopy();
        whole.putArray("allOf").add(schema.deepCopy());
        adapt(whole, hidden, false);
        return dialect().schema(whole, loose, troubles);
    }

    /** @param names whether the node's members are names that somebody chose, and no words of a schema */
    private void adapt(JsonNode node, String hidden, boolean names) {
        if (node instanceof ObjectNode object && !names) {
            // Members of an example could be taken for words of a schema, and with a name of its own a schema would
            // look for its references elsewhere.
            object.remove(List.of("example", "examples", "$schema", "$id"));
            if (swagger && object.has("x-nullable")) {
                object.set("nullable", object.remove("x-nullable"));
            }
            if (object.path("required").isArray() && object.path("properties").isObject()) {
                ArrayNode required = JsonNodeFactory.instance.arrayNode();
                object.path("required").forEach(name -> {
                    if (!resolved(object.path("properties").path(name.asText()))
                            .path(hidden)
                            .asBoolean()) {
                        required.add(name);
                    }
                });
                object.set("required", required);
            }
        }
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(member -> adapt(member.getValue(), hidden, !names && NAMES.contains(member.getKey())));
        } else {
            node.forEach(child -> adapt(child, hidden, false));
        }
    }
}

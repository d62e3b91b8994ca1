package az.dost.vahid.journeys.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.MarkdownRender;

/**
 * Compares a contract with what it promised, by openapi-diff. It knows OpenAPI 3.0 alone, and overlooks what 3.1 writes
 * otherwise: types in lists, constants, webhooks, forms of which one or several fit. So both are written as 3.0 has
 * them before. What is given out is open for readers: an enum of an answer may get another value, and that alone is no
 * break.
 */
final class Promise {
    private static final OpenApiDiffOptions OPEN_FOR_READERS = OpenApiDiffOptions.builder()
            .configProperty("incompatible.response.enum.increased", "false")
            .configProperty("incompatible.response.oneof.increased", "false")
            .build();

    /**
     * @param before a bundle, as {@link BundledContract} makes it
     * @return by operation what is broken, in words; empty where nothing is
     */
    static Map<String, String> broken(JsonNode before, JsonNode now) {
        ChangedOpenApi changes = OpenApiCompare.fromSpecifications(read(before), read(now), OPEN_FOR_READERS);
        Map<String, String> broken = new TreeMap<>();
        changes.getMissingEndpoints()
                .forEach(gone -> broken.put(gone.getMethod() + " " + gone.getPathUrl(), "It is gone."));
        changes.getChangedOperations().stream()
                .filter(operation -> operation.isIncompatible())
                .forEach(operation -> broken.put(
                        operation.getHttpMethod() + " " + operation.getPathUrl(), "It is no longer as promised."));
        gone(before, now)
                .forEach((operation, fields) -> broken.put(operation, "No field of the request any more: " + fields));
        if (changes.isIncompatible() || !broken.isEmpty()) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            new MarkdownRender().render(changes, new OutputStreamWriter(text, StandardCharsets.UTF_8));
            broken.put("all changes", text.toString(StandardCharsets.UTF_8));
        }
        return broken;
    }

    /** Fields of requests that are taken no more, by operation; openapi-diff overlooks those that were not required. */
    private static Map<String, Set<String>> gone(JsonNode before, JsonNode now) {
        Map<String, Set<String>> taken = requests(now);
        Map<String, Set<String>> gone = new TreeMap<>();
        requests(before).forEach((operation, fields) -> {
            // An operation that is gone is told as such.
            fields.removeAll(taken.getOrDefault(operation, fields));
            if (!fields.isEmpty()) {
                gone.put(operation, fields);
            }
        });
        return gone;
    }

    private static Map<String, Set<String>> requests(JsonNode bundle) {
        Map<String, Set<String>> requests = new TreeMap<>();
        bundle.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    Set<String> fields = new TreeSet<>();
                    operation
                            .getValue()
                            .at("/requestBody/content")
                            .forEach(content -> fields(bundle, content.path("schema"), "", Set.of(), fields));
                    requests.put(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), fields);
                }));
        return requests;
    }

    /** @param within references that are being followed: a schema may be a part of itself */
    private static void fields(JsonNode bundle, JsonNode schema, String at, Set<String> within, Set<String> fields) {
        String reference = schema.path("$ref").asText();
        if (!reference.isEmpty() && !within.contains(reference)) {
            Set<String> deeper = new HashSet<>(within);
            deeper.add(reference);
            fields(bundle, bundle.at(reference.substring(1)), at, deeper, fields);
        }
        schema.path("properties").properties().forEach(property -> {
            String place = at + "/" + property.getKey();
            fields.add(place);
            fields(bundle, property.getValue(), place, within, fields);
        });
        if (schema.has("items")) {
            fields(bundle, schema.path("items"), at, within, fields);
        }
        for (String parts : List.of("allOf", "anyOf", "oneOf")) {
            schema.path(parts).forEach(part -> fields(bundle, part, at, within, fields));
        }
    }

    private static OpenAPI read(JsonNode bundle) {
        ObjectNode contract = bundle.deepCopy();
        contract.put("openapi", "3.0.3");
        webhooks(contract);
        without(contract, "mutualTLS");
        asOlder(contract);
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        OpenAPI read = new OpenAPIV3Parser()
                .readContents(contract.toString(), null, options)
                .getOpenAPI();
        if (read == null || read.getPaths().size() != contract.path("paths").size()) {
            throw new AssertionError("The comparison cannot read the contract");
        }
        return read;
    }

    /** What is sent to others is an answer of ours to them. */
    private static void webhooks(ObjectNode contract) {
        contract.path("webhooks").properties().forEach(hook -> {
            ObjectNode operation = contract.withObjectProperty("paths")
                    .putObject("/webhooks/" + hook.getKey())
                    .putObject("get")
                    .put("operationId", "sent" + hook.getKey());
            operation
                    .putObject("responses")
                    .putObject("200")
                    .put("description", "sent")
                    .set("content", hook.getValue().at("/post/requestBody/content"));
        });
        contract.remove("webhooks");
    }

    /** A way of proving who asks that is not known to 3.0. */
    private static void without(ObjectNode contract, String type) {
        Set<String> gone = new HashSet<>();
        contract.at("/components/securitySchemes")
                .properties()
                .removeIf(scheme -> scheme.getValue().path("type").asText().equals(type) && gone.add(scheme.getKey()));
        contract.findParents("security").forEach(secured -> {
            ArrayNode left = JsonNodeFactory.instance.arrayNode();
            secured.path("security").forEach(one -> {
                if (one.propertyStream().noneMatch(scheme -> gone.contains(scheme.getKey()))) {
                    left.add(one);
                }
            });
            ((ObjectNode) secured).set("security", left);
        });
    }

    private static void asOlder(JsonNode part) {
        if (part instanceof ObjectNode object) {
            JsonNode types = object.path("type");
            if (types.isArray()) {
                ArrayNode left = JsonNodeFactory.instance.arrayNode();
                types.forEach(type -> {
                    if (type.asText().equals("null")) {
                        object.put("nullable", true);
                    } else {
                        left.add(type);
                    }
                });
                object.remove("type");
                if (left.size() == 1) {
                    object.set("type", left.get(0));
                } else {
                    // As an enum of words, so that a lost one is seen.
                    object.set("enum", left);
                }
            }
            for (String choice : List.of("oneOf", "anyOf", "allOf")) {
                // Which members go together: no form of its own.
                if (object.path(choice).valueStream().noneMatch(form -> form.has("$ref") || form.has("type"))) {
                    object.remove(choice);
                }
            }
            // It compares the forms of a oneOf alone.
            if (object.has("anyOf") && !object.has("oneOf")) {
                object.set("oneOf", object.remove("anyOf"));
            }
            if (object.has("const")) {
                object.putArray("enum").add(object.remove("const"));
            }
        }
        part.forEach(Promise::asOlder);
    }

    private Promise() {}
}

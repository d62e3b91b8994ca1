package az.dost.vahid.kit.draft;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One operation of an OpenAPI 3 file, in YAML or JSON. */
final class OpenApiReader implements Contracts.Reader {
    private static final long MAX_BYTES = 5L << 20;
    private static final int LONGEST = 5 << 20;
    private static final ObjectMapper YAML = Json.yaml(LONGEST);
    private final Path file;
    private final JsonNode api;

    OpenApiReader(Path file) {
        this.file = file;
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new DraftException(file.getFileName() + " is longer than " + MAX_BYTES + " bytes");
            }
            api = YAML.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new DraftException(file.getFileName() + " is not YAML: " + e.getOriginalMessage().lines().findFirst().orElse(""), e);
        } catch (IOException e) {
            throw new DraftException(file + " cannot be read", e);
        }
        if (!api.path("openapi").asText().startsWith("3.")) {
            throw new DraftException(file.getFileName() + " is not OpenAPI 3");
        }
    }

    /**
     * @param operation operationId, or a path; null for the first that takes the question in its body. Behind a # the value
     *                  of a discriminator, where one tells several forms of the question apart
     */
    @Override
    public AgencyContract read(String operation) {
        String[] named = operation == null ? new String[] {null} : operation.split("#", 2);
        String wanted = named[0] == null || named[0].isEmpty() ? null : named[0];
        String variant = named.length < 2 ? null : named[1];
        List<String> known = new ArrayList<>();
        for (var paths = api.path("paths").fields(); paths.hasNext();) {
            Map.Entry<String, JsonNode> path = paths.next();
            JsonNode post = path.getValue().path("post");
            // A token endpoint is no question about a citizen, and no question may stand in an address.
            if (post.isMissingNode() || path.getKey().contains("{") || wanted == null && path.getKey().matches("(?i).*/(oauth2?/)?tokens?")) {
                continue;
            }
            known.add(path.getKey());
            if (wanted == null || wanted.equals(path.getKey()) || wanted.equals(post.path("operationId").asText())) {
                return contract(path.getKey(), post, variant);
            }
        }
        throw new DraftException((wanted == null ? "The contract has no POST without a placeholder in its path: a FIN never travels in an address"
                : "The contract has no POST " + wanted) + (known.isEmpty() ? "" : ", but " + String.join(", ", known)));
    }

    @Override
    public List<String> operations() {
        List<String> operations = new ArrayList<>();
        api.path("paths").fields().forEachRemaining(path -> {
            if (path.getValue().has("post") && !path.getKey().contains("{")) {
                operations.add(path.getKey());
            }
        });
        return operations;
    }

    private AgencyContract contract(String path, JsonNode operation, String variant) {
        ApiSchemas schemas = new ApiSchemas(api, variant);
        Map.Entry<String, JsonNode> request = content(schemas.resolved(operation.path("requestBody")), "request body");
        boolean later = operation.path("responses").has("202") && !operation.path("responses").has("200");
        JsonNode answers = later ? promised(path) : operation.path("responses");
        JsonNode answer = answers.has("200") ? answers.path("200") : answers.has("201") ? answers.path("201") : answers.path("default");
        Map.Entry<String, JsonNode> reply = content(schemas.resolved(answer), "reply 200");
        boolean xml = reply.getKey().contains("xml");
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("request", request.getKey().contains("xml") ? "request.xml" : request.getKey().contains("json") ? "request.json" : "request.form");
        call.put("path", path);
        call.put("contentType", request.getKey());
        call.put("accept", reply.getKey());
        if (xml) {
            call.put("reply", "xml");
        }
        if (later) {
            call.put("poll", Map.of("status", 202));
        }
        String name = "contract.openapi." + (file.toString().endsWith(".json") ? "json" : "yaml");
        return new AgencyContract("rest", call, xml ? "xml" : "json", question(schemas.field(schemas.rootName(request.getValue().path("schema")), request.getValue().path("schema"), true)),
                schemas.field(schemas.rootName(reply.getValue().path("schema")), reply.getValue().path("schema"), true), Map.of(name, file), List.of());
    }

    /** An answer that is promised (202) is fetched by a GET below the same path. */
    private JsonNode promised(String path) {
        for (var paths = api.path("paths").fields(); paths.hasNext();) {
            Map.Entry<String, JsonNode> other = paths.next();
            if (other.getKey().startsWith(path + "/") && other.getValue().has("get")) {
                return other.getValue().path("get").path("responses");
            }
        }
        return api.path("none");
    }

    /** A contract may leave its request to another file: then there is at least somebody to ask about. */
    private static Field question(Field request) {
        return request.kind() != Kind.GROUP || !request.children().isEmpty() ? request
                : request.with(List.of(Field.leaf("fin", request.namespace(), false, true, Value.text("5AB1CD2"))));
    }

    private static Map.Entry<String, JsonNode> content(JsonNode holder, String what) {
        Map.Entry<String, JsonNode> first = null;
        for (var contents = holder.path("content").fields(); contents.hasNext();) {
            Map.Entry<String, JsonNode> content = contents.next();
            if (content.getKey().contains("json") || first == null) {
                first = first != null && first.getKey().contains("json") ? first : content;
            }
        }
        if (first == null) {
            throw new DraftException("The operation has no " + what);
        }
        return first;
    }
}

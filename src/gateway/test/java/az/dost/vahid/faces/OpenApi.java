package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The contract of one HTTP face, {@code contracts/<face>.openapi.yaml}, to hold answers to. */
public final class OpenApi {
    private static final String SUFFIX = ".openapi.yaml";
    /** Faces of modules above the gateway, whose tests hold them. */
    private static final Set<String> ABOVE = Set.of("credentials", "offers", "spdci");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path FOLDER = Path.of("contracts");
    private static final Map<String, OpenApi> ALL =
            faces().stream().collect(Collectors.toMap(Function.identity(), OpenApi::new));
    private final String face;
    private final JsonNode document;

    private OpenApi(String face) {
        this.face = face;
        JsonNode contract = read(face + SUFFIX);
        this.document = inlined(contract, contract);
    }

    private static List<String> faces() {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the gateway. */
    static List<OpenApi> all() {
        return ALL.values().stream()
                .filter(contract -> !ABOVE.contains(contract.face))
                .toList();
    }

    static OpenApi of(String face) {
        return ALL.get(face);
    }

    /** Path templates with what is described of each. */
    JsonNode paths() {
        return document.path("paths");
    }

    /** What is sent to others, by name. */
    JsonNode webhooks() {
        return document.path("webhooks");
    }

    /** Codes that a caller of this face can be told. */
    List<String> problems() {
        return YAML.convertValue(
                document.path("x-problems"), YAML.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    /**
     * Fails when no contract has such an answer of the operation, or the answer is not as it says.
     *
     * @param path a path template
     */
    public static void check(String path, String method, HttpResponse<?> answer) {
        OpenApi contract = ALL.values().stream()
                .filter(one -> one.paths().path(path).has(method))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No contract has " + method + " " + path));
        JsonNode responses = contract.paths().path(path).path(method).path("responses");
        String status = String.valueOf(answer.statusCode());
        contract.check(
                responses.has(status) ? responses.path(status) : responses.path("default"),
                answer,
                method + " " + path);
    }

    /** Fails when this is no body that the operation may answer a success with. */
    public static void checkExample(String path, String method, int status, JsonNode body) {
        OpenApi contract = ALL.values().stream()
                .filter(one -> one.paths().path(path).has(method))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No contract has " + method + " " + path));
        validate(
                contract.paths()
                        .path(path)
                        .path(method)
                        .path("responses")
                        .path(String.valueOf(status))
                        .at("/content/application~1json/schema"),
                body,
                method + " " + path);
    }

    /** Fails when the answer is not as every problem of this contract is. */
    void checkProblem(HttpResponse<?> answer) {
        check(of("lookup").document.at("/components/responses/Problem"), answer, face);
    }

    private void check(JsonNode response, HttpResponse<?> answer, String operation) {
        String type = answer.headers().firstValue("Content-Type").orElse("none");
        JsonNode content = response.path("content").path(type);
        assertThat(content.isMissingNode())
                .as("%s may answer %s with %s", operation, answer.statusCode(), type)
                .isFalse();
        response.path("headers").properties().forEach(header -> {
            var value = answer.headers().firstValue(header.getKey());
            assertThat(value.isPresent() || !header.getValue().path("required").asBoolean())
                    .as("%s: %s", operation, header.getKey())
                    .isTrue();
            value.ifPresent(text -> validate(
                    header.getValue().path("schema"), YAML.getNodeFactory().textNode(text), header.getKey()));
        });
        JsonNode body = body(type, answer.body());
        validate(content.path("schema"), body, operation);
        if (type.startsWith("application/problem")) {
            assertThat(problems())
                    .as("x-problems of %s", face)
                    .contains(body.path("code").asText());
        }
    }

    private static JsonNode body(String type, Object body) {
        String text = body instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : (String) body;
        try {
            return type.endsWith("json")
                    ? Gateway.JSON.readTree(text)
                    : YAML.getNodeFactory().textNode(text);
        } catch (IOException e) {
            throw new AssertionError("The body is not JSON", e);
        }
    }

    static void validate(JsonNode schema, JsonNode value, String what) {
        if (!schema.path("type").asText().equals("integer") || !value.isTextual()) {
            var errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema)
                    .validate(value);
            assertThat(errors).as(what).isEmpty();
        }
    }

    /**
     * Each reference replaced by what it stands for in its file; a whole file stays as it is, its references are its
     * own.
     */
    static JsonNode inlined(JsonNode node, JsonNode file) {
        if (node.path("$ref").isTextual()) {
            String[] reference = node.path("$ref").asText().split("#", 2);
            JsonNode target = reference[0].isEmpty() ? file : read(reference[0]);
            return reference.length == 1 ? target : inlined(target.at(reference[1]), target);
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = YAML.createObjectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), inlined(field.getValue(), file)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = YAML.createArrayNode();
            array.forEach(element -> copy.add(inlined(element, file)));
            return copy;
        }
        return node;
    }

    static JsonNode read(String file) {
        try {
            return YAML.readTree(FOLDER.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return face;
    }
}

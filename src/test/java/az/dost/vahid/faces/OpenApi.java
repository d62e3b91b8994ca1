package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** {@code contracts/lookup.openapi.yaml}, to hold answers to. */
final class OpenApi {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path FOLDER = Path.of("contracts");
    static final JsonNode DOCUMENT = read("lookup.openapi.yaml");

    /** Fails when the contract has no such answer of the operation, or the answer is not as it says. */
    static void check(String path, String method, HttpResponse<byte[]> answer) {
        JsonNode responses = DOCUMENT.path("paths").path(path).path(method).path("responses");
        String status = String.valueOf(answer.statusCode());
        JsonNode response = resolved(responses.has(status) ? responses.path(status) : responses.path("default"));
        assertThat(response.isMissingNode()).as("%s %s may answer with %s", method, path, status).isFalse();
        String type = answer.headers().firstValue("Content-Type").orElse("none");
        JsonNode content = response.path("content").path(type);
        assertThat(content.isMissingNode()).as("%s %s answers %s with %s", method, path, status, type).isFalse();
        response.path("headers").properties().forEach(header -> answer.headers().firstValue(header.getKey())
                .ifPresent(value -> validate(header.getValue().path("schema"), YAML.getNodeFactory().textNode(value), header.getKey())));
        validate(content.path("schema"), body(type, answer.body()), "body");
    }

    /** Fails when the answer is not as every problem of the contract is. */
    static void checkProblem(HttpResponse<byte[]> answer) {
        JsonNode content = resolved(DOCUMENT.at("/components/responses/Problem")).path("content");
        String type = answer.headers().firstValue("Content-Type").orElse("none");
        assertThat(content.has(type)).as(type).isTrue();
        validate(content.path(type).path("schema"), body(type, answer.body()), "problem");
    }

    private static JsonNode body(String type, byte[] body) {
        try {
            return type.endsWith("json") ? Gateway.JSON.readTree(body)
                    : YAML.getNodeFactory().textNode(new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError("The body is not JSON", e);
        }
    }

    private static void validate(JsonNode schema, JsonNode value, String what) {
        JsonNode whole = resolved(schema);
        if (!whole.path("type").asText().equals("integer") || !value.isTextual()) {
            var errors = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole).validate(value);
            assertThat(errors).as(what).isEmpty();
        }
    }

    /** What a reference within the document, or to a file beside it, stands for. */
    static JsonNode resolved(JsonNode node) {
        if (!node.has("$ref")) {
            return node;
        }
        String[] reference = node.path("$ref").asText().split("#", 2);
        JsonNode document = reference[0].isEmpty() ? DOCUMENT : read(reference[0]);
        return document.at(reference.length > 1 ? reference[1] : "");
    }

    private static JsonNode read(String file) {
        try {
            return YAML.readTree(FOLDER.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OpenApi() { }
}

package az.dost.vahid.mock.rest;

import az.dost.vahid.normalise.Mapping;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A connector's folder as it lies in the project: descriptor, request, mapping, contract. */
record Descriptor(String agency, JsonNode connector, JsonNode contract, Mapping mapping) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** The ids of all REST agencies, from the project's folder. */
    static List<String> agencies() {
        try (var folders = Files.list(Path.of("connectors"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("contract.openapi.yaml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Descriptor of(String agency) {
        try (var mapping = Files.newBufferedReader(file(agency, "mapping.jslt"))) {
            return new Descriptor(
                    agency,
                    YAML.readTree(file(agency, "connector.yaml").toFile()),
                    YAML.readTree(file(agency, "contract.openapi.yaml").toFile()),
                    Mapping.compile(mapping, agency));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String pointer) {
        return connector.at(pointer).asText();
    }

    String request(String fin, String requestId, int page) {
        try {
            return Files.readString(file(agency, text("/call/request")))
                    .replace("{fin}", fin)
                    .replace("{requestId}", requestId)
                    .replace("{sentAt}", "2026-11-25T10:15:30.123Z")
                    .replace("{page}", String.valueOf(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A media type of the call: contentType or accept. */
    String mediaType(String member) {
        return connector.path("call").path(member).asText("application/json");
    }

    /** What the contract has against a request in JSON. */
    List<Error> findingsOnRequest(JsonNode request) {
        return findings(
                question()
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema"),
                request);
    }

    /**
     * What the contract has against the reply to the question itself; a status that it does not name accepts nothing.
     */
    List<Error> findingsOnReply(int status, JsonNode reply) {
        return findings(reply(question(), status), reply);
    }

    /** What the contract has against an answer fetched later, from an address below the question's. */
    List<Error> findingsOnFetched(int status, JsonNode reply) {
        return findings(
                reply(
                        contract.path("paths").properties().stream()
                                .filter(path -> path.getKey().startsWith(text("/call/path") + "/"))
                                .findFirst()
                                .orElseThrow()
                                .getValue()
                                .path("get"),
                        status),
                reply);
    }

    /** What the contract has against an answer, whichever way it comes. */
    List<Error> findings(int status, JsonNode answer) {
        return connector.path("call").has("poll") ? findingsOnFetched(status, answer) : findingsOnReply(status, answer);
    }

    private JsonNode question() {
        return contract.path("paths").path(text("/call/path")).path("post");
    }

    private JsonNode reply(JsonNode operation, int status) {
        return operation
                .path("responses")
                .path(String.valueOf(status))
                .path("content")
                .path(mediaType("accept"))
                .path("schema");
    }

    private List<Error> findings(JsonNode schema, JsonNode value) {
        if (schema.isMissingNode()) {
            throw new AssertionError("The contract of " + agency + " has no schema for this");
        }
        ObjectNode whole = schema.deepCopy();
        whole.set("components", contract.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole)
                .validate(value);
    }

    private static Path file(String agency, String name) {
        return Path.of("connectors", agency, name);
    }
}

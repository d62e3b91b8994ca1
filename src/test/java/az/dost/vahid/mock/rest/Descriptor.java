package az.dost.vahid.mock.rest;

import az.dost.vahid.normalise.Mapping;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A connector's folder as it lies in the project: descriptor, request, mapping, contract. */
record Descriptor(String agency, JsonNode connector, JsonNode contract, Mapping mapping) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static Descriptor of(String agency) {
        try (var mapping = Files.newBufferedReader(file(agency, "mapping.jslt"))) {
            return new Descriptor(agency, YAML.readTree(file(agency, "connector.yaml").toFile()),
                    YAML.readTree(file(agency, "contract.openapi.yaml").toFile()), Mapping.compile(mapping, agency));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String pointer) {
        return connector.at(pointer).asText();
    }

    String request(String fin, String requestId, int page) {
        try {
            return Files.readString(file(agency, text("/call/request"))).replace("{fin}", fin).replace("{requestId}", requestId)
                    .replace("{sentAt}", "2026-11-25T10:15:30.123Z").replace("{page}", String.valueOf(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the contract has against a request. */
    Set<ValidationMessage> findingsOnRequest(JsonNode request) {
        return findings(operation().at("/requestBody/content/application~1json/schema"), request);
    }

    /** What the contract has against a reply; a status that it does not name has no schema and accepts nothing. */
    Set<ValidationMessage> findingsOnReply(int status, JsonNode reply) {
        return findings(operation().path("responses").path(String.valueOf(status)).at("/content/application~1json/schema"), reply);
    }

    private JsonNode operation() {
        return contract.path("paths").path(text("/call/path")).path("post");
    }

    private Set<ValidationMessage> findings(JsonNode schema, JsonNode value) {
        if (schema.isMissingNode()) {
            throw new AssertionError("The contract of " + agency + " has no schema for this");
        }
        ObjectNode whole = schema.deepCopy();
        whole.set("components", contract.path("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole).validate(value);
    }

    private static Path file(String agency, String name) {
        return Path.of("connectors", agency, name);
    }
}

package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;

/**
 * Certificates of conformance in an operator's folder, {@code <id>.json} as the command {@code connector certify}
 * writes it. One of another version than the one that is in use says nothing, nor does one that cannot be read. Its
 * signature is for the command {@code verify}.
 */
final class ConformanceFiles {
    private static final long MOST_BYTES = 1 << 20;
    private final Path folder;

    /** @param folder blank for none */
    ConformanceFiles(String folder) {
        this.folder = folder.isBlank() ? null : Path.of(folder);
    }

    /** @param version of the connector that is in use */
    Optional<ObjectNode> of(String agency, String version) {
        Path file = folder == null ? null : folder.resolve(agency + ".json");
        try {
            if (file == null || !Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            JsonNode certificate = Json.strict().readTree(new FileSystemResource(file).getContentAsByteArray());
            return certificate != null
                            && certificate.path("version").asText().equals(version)
                            && certificate.path("result").isTextual()
                    ? Optional.of(shown(certificate))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static ObjectNode shown(JsonNode certificate) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        List.of("result", "at", "gateway", "passed", "failed", "skipped")
                .forEach(member -> shown.set(member, certificate.path(member)));
        return shown;
    }
}

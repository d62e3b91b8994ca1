package az.dost.vahid.mock.file;

import az.dost.vahid.normalise.Mapping;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connector's folder as it lies in the project. */
record Descriptor(Path folder, JsonNode drop, Mapping mapping) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static Descriptor of(String agency) {
        Path folder = Path.of("connectors", agency);
        try (var mapping = Files.newBufferedReader(folder.resolve("mapping.jslt"))) {
            return new Descriptor(
                    folder, yaml(folder.resolve("connector.yaml")).path("drop"), Mapping.compile(mapping, agency));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode layout() throws IOException {
        return yaml(folder.resolve(drop.path("layout").asText()));
    }

    /** @throws AssertionError for a file that the gateway would leave alone */
    Matcher name(Path file) {
        Matcher name = Pattern.compile(drop.path("pattern").asText())
                .matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new AssertionError("Not a drop's name");
        }
        return name;
    }

    private static JsonNode yaml(Path file) throws IOException {
        return YAML.readTree(file.toFile());
    }
}

package az.dost.vahid.edge.start;

import az.dost.vahid.folder.RefusedFileException;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Definitions as far as their settings go. One that cannot be read is told of later, by who reads it whole. */
final class YamlFiles {
    private static final ObjectMapper YAML = Json.yaml();

    /** @param pattern with its scheme, {@code classpath:} or {@code file:} */
    static void each(ResourcePatternResolver resources, String pattern, Consumer<JsonNode> reader) {
        try {
            each(List.of(resources.getResources(pattern)), reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void each(List<Resource> files, Consumer<JsonNode> reader) {
        for (Resource file : files) {
            try (InputStream in = file.getInputStream()) {
                reader.accept(YAML.readTree(in));
            } catch (JacksonException | RefusedFileException e) {
                // Not told of here.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private YamlFiles() {}
}

package az.dost.vahid.packages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What stands in {@code src/packages}. */
final class PackageFiles {
    static final Path FOLDER = Path.of("src/packages");
    static final Path CHART = FOLDER.resolve("helm/vahid");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A document of YAML. */
    static JsonNode yaml(Path file) throws IOException {
        return new ObjectMapper(new YAMLFactory()).readTree(file.toFile());
    }

    /** The same with anchors and merged keys put in. */
    static JsonNode merged(String text) {
        return JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, Object>>load(text));
    }

    private PackageFiles() {}
}

package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.json.Json;
import az.dost.vahid.signature.key.Sha256;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every file of {@code contracts/} in the jar, byte by byte, by its path below that folder; and each OpenAPI contract
 * once more in one file, below {@code bundled/}.
 */
final class PublishedContracts {
    private static final String FOLDER = "/contracts/";
    private static final Map<String, String> TYPES = Map.of(
            "yaml",
            "application/yaml",
            "json",
            "application/json",
            "wsdl",
            "application/xml",
            "xsd",
            "application/xml",
            "md",
            "text/markdown");
    private static final String API = ".openapi.yaml";
    private static final Pattern HEADING = Pattern.compile("(?m)^# (.+)$");
    private final Map<String, File> files = new TreeMap<>();

    /**
     * @param type media type
     * @param title as the file says it; null when it says none
     */
    record File(String type, String title, byte[] bytes, String digest) {}

    /** @throws UncheckedIOException when one cannot be read */
    PublishedContracts() {
        Map<String, JsonNode> trees = new HashMap<>();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath:contracts/**/*.*")) {
                String path = resource.getURL().getPath();
                String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
                if (type != null && resource.isReadable()) {
                    byte[] bytes = resource.getContentAsByteArray();
                    String name = path.substring(path.lastIndexOf(FOLDER) + FOLDER.length());
                    JsonNode tree = tree(type, bytes);
                    trees.put(name, tree);
                    files.put(name, new File(type, title(tree, bytes), bytes, Sha256.hex(bytes)));
                }
            }
            for (String name : trees.keySet()) {
                if (name.endsWith(API)) {
                    bundle(name, trees);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The contracts cannot be read", e);
        }
    }

    private void bundle(String name, Map<String, JsonNode> trees) throws IOException {
        byte[] bytes =
                Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(BundledContract.of(name, trees));
        files.put(
                "bundled/" + name.replace(".yaml", ".json"),
                new File(TYPES.get("json"), files.get(name).title(), bytes, Sha256.hex(bytes)));
    }

    /** Missing for what is neither JSON nor YAML. */
    private static JsonNode tree(String type, byte[] bytes) throws IOException {
        return switch (type) {
            case "application/json" -> Json.mapper().readTree(bytes);
            case "application/yaml" -> Json.yaml().readTree(bytes);
            default -> MissingNode.getInstance();
        };
    }

    private static String title(JsonNode tree, byte[] bytes) {
        if (tree.isMissingNode()) {
            Matcher heading = HEADING.matcher(new String(bytes, StandardCharsets.UTF_8));
            return heading.find() ? heading.group(1) : null;
        }
        JsonNode title = tree.has("openapi") ? tree.at("/info/title") : tree.path("title");
        return title.isObject() ? title.path("en").textValue() : title.textValue();
    }

    /** In the order of their paths. */
    Map<String, File> all() {
        return files;
    }
}

package az.dost.vahid.journeys.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is delivered for Prometheus and Grafana. */
final class Observability {
    static final Path FOLDER = Path.of("src/packages/observability");
    private static final Pattern NOT_NAMES =
            Pattern.compile("\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(?:by|on|without|ignoring) ?\\([^)]*\\)|\\boffset \\w+");
    private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z_][a-zA-Z0-9_]*\\b(?!\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "by", "on");

    static List<JsonNode> alerts() {
        List<JsonNode> alerts = new ArrayList<>();
        read("alerts.yaml").path("groups").forEach(group -> group.path("rules").forEach(alerts::add));
        return alerts;
    }

    /** The dashboard's panels that show something. */
    static List<JsonNode> panels() {
        List<JsonNode> panels = new ArrayList<>();
        read("dashboard.json").path("panels").forEach(panels::add);
        return panels.stream()
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }

    static JsonNode read(String file) {
        try {
            return (file.endsWith(".json") ? new ObjectMapper() : new YAMLMapper())
                    .readTree(FOLDER.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The metrics that an expression of PromQL names. */
    static Stream<String> metrics(String expression) {
        return NAME.matcher(NOT_NAMES.matcher(expression).replaceAll(" "))
                .results()
                .map(found -> found.group())
                .filter(name -> !WORDS.contains(name));
    }

    private Observability() {}
}

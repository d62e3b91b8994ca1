package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.population.Personas;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The collection for a REST client ({@code src/docs/clients/collection}): each request is one of a contract, and the
 * running gateway answers it as that says.
 */
class CollectionTest {
    private static final Path COLLECTION = Path.of("src/docs/clients/collection");
    /** A block of Bruno's own form: a name, and lines that are indented. */
    private static final Pattern BLOCK = Pattern.compile("(?ms)^([a-z:-]+) \\{\\n(.*?)^\\}$");

    private static final Pattern PAIR = Pattern.compile("(?m)^  ([A-Za-z-]+): (.+)$");
    private static final String GATEWAY = "{{gateway}}";
    private static final String JSON_BODY = "body:json";

    private record Asked(String file, Map<String, String> blocks, String method) {
        static Asked of(Path file) {
            try {
                Map<String, String> blocks = new HashMap<>();
                for (MatchResult block :
                        BLOCK.matcher(Files.readString(file)).results().toList()) {
                    blocks.put(block.group(1), block.group(2));
                }
                String method = Stream.of("get", "post")
                        .filter(blocks::containsKey)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(file + " asks for nothing"));
                return new Asked(file.getFileName().toString(), blocks, method);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        Map<String, String> pairs(String block) {
            Map<String, String> pairs = new HashMap<>();
            Matcher pair = PAIR.matcher(blocks.getOrDefault(block, ""));
            while (pair.find()) {
                pairs.put(pair.group(1), pair.group(2));
            }
            return pairs;
        }

        /** Null for none. */
        String body() {
            return blocks.get(JSON_BODY);
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static List<Asked> requests() throws IOException {
        try (Stream<Path> files = Files.list(COLLECTION)) {
            return files.filter(file -> file.toString().endsWith(".bru"))
                    .sorted()
                    .map(Asked::of)
                    .toList();
        }
    }

    private static String template(Asked asked, String path) {
        return OpenApi.all().stream()
                .flatMap(contract -> contract.paths().properties().stream())
                .filter(one -> one.getValue().has(asked.method()))
                .map(Map.Entry::getKey)
                .filter(template -> path.matches(template.replaceAll("\\{[^}]+\\}", "[^/]+")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No contract has " + asked.method() + " " + path));
    }

    @Test
    void each_is_answered_as_its_contract_says() throws IOException {
        Map<String, String> variables = new HashMap<>();
        Asked environment = environment();
        for (Asked asked : requests()) {
            String path = filled(asked.pairs(asked.method()).get("url").replace(GATEWAY, ""), variables);
            HttpResponse<byte[]> answer = Gateway.send(
                    asked.method().toUpperCase(Locale.ROOT), path, asked.body(), headers(asked, environment));
            assertThat(answer.statusCode()).as(asked.file()).isEqualTo(200);
            OpenApi.check(template(asked, path), asked.method(), answer);
            if (asked.blocks().containsKey("vars:post-response")) {
                JsonNode body = Gateway.JSON.readTree(answer.body());
                asked.pairs("vars:post-response")
                        .forEach((name, from) -> variables.put(
                                name,
                                body.at(from.replace("res.body", "").replace('.', '/'))
                                        .asText()));
            }
        }
        assertThat(variables.get("dossierId")).matches("[0-9a-f-]{36}");
    }

    private static Asked environment() throws IOException {
        Map<String, String> blocks = new HashMap<>();
        Matcher block = BLOCK.matcher(Files.readString(COLLECTION.resolve("environments/Demonstration.bru")));
        assertThat(block.find()).isTrue();
        blocks.put(block.group(1), block.group(2));
        return new Asked("environment", blocks, "");
    }

    private static Map<String, String> headers(Asked asked, Asked environment) {
        Map<String, String> headers = asked.pairs("headers");
        Map<String, String> variables = environment.pairs("vars");
        if (asked.blocks().containsKey("auth:bearer")) {
            headers.put(
                    "Authorization",
                    "Bearer " + filled(asked.pairs("auth:bearer").get("token"), variables));
        }
        if (asked.body() != null) {
            headers.put("Content-Type", "application/json");
        }
        return headers;
    }

    private static String filled(String text, Map<String, String> variables) {
        String filled = text;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            filled = filled.replace("{{" + variable.getKey() + "}}", variable.getValue());
        }
        assertThat(filled).as("each variable is known").doesNotContain("{{");
        return filled;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void each_body_is_one_that_its_contract_takes(Asked asked) throws IOException {
        String path =
                asked.pairs(asked.method()).get("url").replace(GATEWAY, "").replaceAll("\\{\\{\\w+\\}\\}", "one");
        String template = template(asked, path);
        assertThat(asked.pairs(asked.method()).get("body")).isEqualTo(asked.body() == null ? "none" : "json");
        if (asked.body() != null) {
            JsonNode schema = OpenApi.all().stream()
                    .map(contract -> contract.paths()
                            .path(template)
                            .path(asked.method())
                            .at("/requestBody/content/application~1json/schema"))
                    .filter(one -> !one.isMissingNode())
                    .findFirst()
                    .orElseThrow();
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema)
                            .validate(Gateway.JSON.readTree(asked.body())))
                    .isEmpty();
        }
    }

    @Test
    void each_persona_is_asked_about() throws IOException {
        List<String> bodies = requests().stream()
                .filter(asked -> asked.body() != null)
                .map(Asked::body)
                .toList();
        assertThat(Personas.values())
                .allSatisfy(persona -> assertThat(bodies).anyMatch(body -> body.contains('"' + persona.fin() + '"')));
    }
}

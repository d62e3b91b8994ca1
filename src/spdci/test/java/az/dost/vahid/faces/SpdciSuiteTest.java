package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Others' own suite (OpenSPP/spdci-compliance), as they have it, against the running gateway. It is not in this tree:
 * {@code -Dvahid.spdci.suite=<folder>} names one with its packages ({@code npm ci}). What does not pass stands with its
 * reason in {@code src/spdci/test/resources/suite/expected.yaml}, and is told in {@code src/docs/spdci.md}.
 */
class SpdciSuiteTest {
    private static final String FOLDER = "vahid.spdci.suite";
    private static final int LONGEST_MINUTES = 5;
    private static final String REGISTRY = "not @profile=spmis-client and not @profile=spmis-subscriber";
    private static final String SIGNED = "@signature and @profile=sr-registry";
    private final SpdciSender sender = SpdciSender.get();

    @TempDir
    private Path results;

    /** By name, what became of each scenario: passed, failed, undefined, skipped. */
    private Map<String, String> run(String senderId, String tags) throws Exception {
        String folder = System.getProperty(FOLDER);
        Assumptions.assumeTrue(folder != null, "SKIPPED, not passed: -D" + FOLDER + " names no folder");
        Path report = results.resolve("report.json");
        ProcessBuilder suite = new ProcessBuilder(
                        "node_modules/.bin/cucumber-js", "--tags", tags, "--format", "json:" + report)
                .directory(Path.of(folder).toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        Path.of("target", "spdci-suite-" + senderId + ".log").toFile());
        suite.environment()
                .putAll(Map.of(
                        "DOMAIN",
                        "social",
                        "API_BASE_URL",
                        sender.vahid.address() + "/v1/spdci/social/",
                        "DCI_AUTH_TOKEN",
                        "demo-spdci",
                        "EXTRA_HEADERS_JSON",
                        "{\"Vahid-Service\":\"ccu-intake\",\"Vahid-Case\":\"SUITE/1\",\"Vahid-Official\":\"suite\"}",
                        "CALLBACK_SERVER_ENABLED",
                        "true",
                        "CALLBACK_SERVER_HOST",
                        "localhost",
                        "CALLBACK_SERVER_LISTEN_HOST",
                        "127.0.0.1",
                        "CALLBACK_SERVER_PORT",
                        String.valueOf(sender.suitePort)));
        suite.environment().put("CALLBACK_WAIT_MS", "30000");
        for (String id : List.of("SENDER_ID", "DCI_SENDER_ID")) {
            suite.environment().put(id, senderId);
        }
        for (String id : List.of("RECEIVER_ID", "DCI_RECEIVER_ID")) {
            suite.environment().put(id, "vahid");
        }
        Process process = suite.start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("The suite does not end");
        }
        return scenarios(Gateway.JSON.readTree(Files.readString(report)));
    }

    private static Map<String, String> scenarios(JsonNode report) {
        Map<String, String> scenarios = new TreeMap<>();
        report.forEach(feature -> feature.path("elements").forEach(scenario -> {
            List<String> steps = new ArrayList<>();
            scenario.path("steps")
                    .forEach(step -> steps.add(step.at("/result/status").asText()));
            scenarios.put(
                    scenario.path("name").asText(),
                    steps.stream()
                            .filter(one -> !one.equals("passed"))
                            .findFirst()
                            .orElse("passed"));
        }));
        return scenarios;
    }

    private static JsonNode expected(String part) throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .readTree(
                        Path.of("src/spdci/test/resources/suite/expected.yaml").toFile())
                .path(part);
    }

    private static void compare(Map<String, String> came, JsonNode expected) {
        Map<String, String> other = new TreeMap<>(came);
        other.values().removeIf("passed"::equals);
        Map<String, String> told = new TreeMap<>();
        expected.properties()
                .forEach(one ->
                        told.put(one.getKey(), one.getValue().path("came").asText()));
        assertThat(other).isEqualTo(told);
        assertThat(came.size() - other.size()).as("some pass").isPositive();
    }

    @Test
    void a_registry_of_theirs_passes_but_for_what_is_told() throws Exception {
        compare(run("suite", REGISTRY), expected("unsigned"));
    }

    @Test
    void a_signature_that_is_none_is_refused_of_a_sender_that_signs() throws Exception {
        compare(run("suite-signed", SIGNED), expected("signed"));
    }
}

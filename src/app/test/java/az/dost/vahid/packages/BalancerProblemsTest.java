package az.dost.vahid.packages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.process.FreePort;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the balancer says itself has the form of the contract, as what a gateway says. */
@EnabledOnOs(OS.LINUX)
class BalancerProblemsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d{3}) \\| `([A-Z_]+)` \\|");
    private static final Pattern WRITTEN = Pattern.compile(
            "http-error status (\\d{3}) content-type (\\S+) lf-string \"(.*)\"( hdr Retry-After \\d+)?");

    @TempDir
    static Path folder;

    private static PlayedNames names;
    private static PlayedNode node;
    private static RunningBalancer balancer;

    @BeforeAll
    static void start() throws IOException {
        int port = FreePort.next();
        names = new PlayedNames();
        node = new PlayedNode("one", "127.0.0.1", port);
        balancer = new RunningBalancer(
                folder,
                names.port(),
                Map.of("GATEWAY_1", "127.0.0.1:" + port, "GATEWAY_2", "127.0.0.1:1", "GATEWAY_3", "127.0.0.1:1"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> balancer.whoAnswers().equals("one"));
    }

    @AfterAll
    static void end() throws Exception {
        if (balancer != null) {
            balancer.close();
        }
        node.close();
        names.close();
    }

    private static JsonNode problem(String text) throws IOException {
        JsonNode problem = JSON.readTree(text);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(PackageFiles.yaml(Path.of("contracts/lookup.openapi.yaml"))
                        .at("/components/schemas/Problem"));
        assertThat(schema.validate(problem)).isEmpty();
        return problem;
    }

    @ParameterizedTest
    @CsvSource({
        // A gateway that dies over a request, and one that stands still.
        "/v1/cut, 502",
        "/v1/hang, 504"
    })
    void a_gateway_that_gives_no_answer_is_a_problem_and_when_to_come_again(String path, int status) throws Exception {
        HttpResponse<String> answer = balancer.ask("POST", path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        JsonNode problem = problem(answer.body());
        assertThat(problem.path("code").asText()).isEqualTo("INTERNAL");
        String instance = problem.path("instance").asText().replace("urn:uuid:", "");
        assertThat(instance).hasSize(36);
        Awaitility.await("its line in the log")
                .until(() -> balancer.log()
                        .lines()
                        .anyMatch(line -> line.contains(" " + status + " ") && line.endsWith(" " + instance)));
    }

    @Test
    void without_a_gateway_it_is_overloaded() throws Exception {
        try (RunningBalancer alone = new RunningBalancer(
                Files.createDirectories(folder.resolve("alone")),
                names.port(),
                Map.of("GATEWAY_1", "127.0.0.1:1", "GATEWAY_2", "127.0.0.1:1", "GATEWAY_3", "127.0.0.1:1"))) {
            HttpResponse<String> answer = alone.ask("GET", "/v1/keys");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
            assertThat(problem(answer.body()).path("code").asText()).isEqualTo("OVERLOADED");
        }
    }

    @Test
    void a_body_that_does_not_come_is_a_problem() throws Exception {
        String answer = balancer.raw("POST /v1/read HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("content-type: application/problem+json")
                .doesNotContainIgnoringCase("retry-after");
        assertThat(problem(answer.substring(answer.indexOf("\r\n\r\n") + 4))
                        .path("code")
                        .asText())
                .isEqualTo("REQUEST_MALFORMED");
    }

    /** One of them nobody can bring about. */
    @Test
    void each_answer_of_its_own_has_a_code_of_the_contract_and_stands_there() throws Exception {
        Matcher written = WRITTEN.matcher(Files.readString(PackageFiles.FOLDER.resolve("haproxy/haproxy.cfg")));
        StringBuilder rows = new StringBuilder();
        while (written.find()) {
            JsonNode problem = problem(written.group(3).replace("\\\"", "\"").replace("%[unique-id]", "0"));
            ProblemCode code = ProblemCode.valueOf(problem.path("code").asText());
            int status = Integer.parseInt(written.group(1));
            assertThat(written.group(2)).isEqualTo("application/problem+json");
            assertThat(problem.path("status").asInt()).isEqualTo(status);
            assertThat(problem.path("title").asText()).isEqualTo(code.title());
            assertThat(problem.path("type").asText())
                    .isEqualTo("urn:vahid:problem:"
                            + code.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            assertThat(written.group(4) != null)
                    .as("whether %d says when to come again", status)
                    .isEqualTo(status >= 500);
            rows.append(status).append(' ').append(code).append('\n');
        }
        StringBuilder told = new StringBuilder();
        ROW.matcher(Files.readString(Path.of("contracts/problems.md")))
                .results()
                .forEach(row -> told.append(row.group(1))
                        .append(' ')
                        .append(row.group(2))
                        .append('\n'));
        assertThat(told.toString()).isNotEmpty().isEqualTo(rows.toString());
    }
}

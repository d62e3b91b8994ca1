package az.dost.vahid.edge.life;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.leak.LeakListener;
import az.dost.vahid.process.FreePort;
import az.dost.vahid.whole.RunningVahid;
import az.dost.vahid.whole.SeparateGateway;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One gateway from its start to its end, in a process of its own and without a broker. */
class GatewayLifeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration WATCHED = Duration.ofSeconds(5);
    private static final String READINESS = "/actuator/health/readiness";
    private static final String LIVENESS = "/actuator/health/liveness";
    private final RunningVahid vahid = RunningVahid.get();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    @TempDir
    private Path folder;

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address)
                        .timeout(LONGEST)
                        .header("Authorization", "Bearer demo-operations")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> lookUp(SeparateGateway gateway, int citizen) throws IOException, InterruptedException {
        String question = JSON.createObjectNode()
                .put("service", "ccu-car")
                .put("caseRef", "LIFE/1")
                .put("official", "test.official")
                .put("deadlineMs", 20_000)
                .set(
                        "subject",
                        JSON.createObjectNode().put("fin", vahid.population().fin(citizen)))
                .toString();
        return http.send(
                HttpRequest.newBuilder(gateway.address("/v1/dossiers"))
                        .timeout(LONGEST)
                        .header("Authorization", "Bearer demo-dost-centre-1")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(question))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    @Timeout(300)
    void it_serves_without_a_broker_and_leaves_in_steps() throws Exception {
        int management = FreePort.next();
        Map<String, String> settings = Map.of(
                "spring.artemis.mode",
                "native",
                "spring.artemis.broker-url",
                "tcp://localhost:1",
                "vahid.management.port",
                String.valueOf(management),
                "vahid.drain.seconds",
                "6",
                "vahid.warm-up.longest-ms",
                "1500",
                "vahid.misuse.rules",
                "classpath:misuse/rules.yaml");
        try (SeparateGateway gateway = new SeparateGateway(folder, vahid, settings)) {
            gateway.start();
            Awaitility.await()
                    .atMost(LONGEST)
                    .until(() -> get(gateway.address(READINESS)).statusCode() == 200);
            assertThat(get(gateway.address(LIVENESS)).body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(get(URI.create("http://127.0.0.1:" + management + READINESS))
                            .statusCode())
                    .as("at the operators' port")
                    .isEqualTo(200);
            servesWithoutABroker(gateway, management);
            leavesInSteps(gateway);
        }
        assertThat(folder.resolve("gateway.log"))
                .content()
                .as("its own lookups")
                .doesNotContain("begins cold");
        LeakListener.log(folder.resolve("gateway.log"));
    }

    private void servesWithoutABroker(SeparateGateway gateway, int management) throws Exception {
        URI operatorsHealth = URI.create("http://127.0.0.1:" + management + "/actuator/health/operators");
        Awaitility.await()
                .atMost(LONGEST)
                .until(() -> JSON.readTree(get(operatorsHealth).body())
                        .at("/components/broker/status")
                        .asText()
                        .equals("WARNING"));
        HttpResponse<String> health = get(gateway.address("/actuator/health"));
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).doesNotContain("broker");
        JsonNode operators = JSON.readTree(get(operatorsHealth).body());
        assertThat(operators.at("/components/broker/details/awaySeconds").asLong())
                .isPositive();
        assertThat(operators.at("/components/database/status").asText()).isEqualTo("UP");
        assertThat(get(gateway.address("/actuator/health/operators")).statusCode())
                .as("nobody else's")
                .isEqualTo(404);
        assertThat(lookUp(gateway, 1).statusCode()).isEqualTo(200);
        long before = lines(gateway);
        Awaitility.await().pollDelay(WATCHED).atMost(LONGEST).until(() -> true);
        assertThat(lines(gateway) - before)
                .as("lines of the log while the broker is away")
                .isLessThan(60);
        assertThat(get(gateway.address(READINESS)).statusCode()).isEqualTo(200);
    }

    private static long lines(SeparateGateway gateway) throws IOException {
        try (var lines = Files.lines(gateway.log())) {
            return lines.count();
        }
    }

    /** Callers that go on asking it are answered, told to come again, or find nobody; none is cut off. */
    private void leavesInSteps(SeparateGateway gateway) throws Exception {
        List<String> answers = new ArrayList<>();
        CompletableFuture<Void> caller =
                CompletableFuture.runAsync(() -> ask(gateway, answers), task -> new Thread(task).start());
        Awaitility.await().atMost(LONGEST).until(() -> size(answers) > 3);
        gateway.terminate();
        Awaitility.await()
                .atMost(LONGEST)
                .until(() -> get(gateway.address(READINESS)).statusCode() == 503);
        int told = size(answers);
        assertThat(get(gateway.address(LIVENESS)).statusCode()).isEqualTo(200);
        // The first of them may have begun before.
        Awaitility.await().atMost(LONGEST).until(() -> size(answers) > told + 3);
        synchronized (answers) {
            assertThat(answers.subList(told + 1, told + 3))
                    .as("not ready, and serving on")
                    .containsOnly("200 keeps no connection");
        }
        Awaitility.await().atMost(Duration.ofSeconds(95)).until(() -> !gateway.lives());
        caller.join();
        List<String> served = answers.stream()
                .takeWhile(answer -> !answer.startsWith("503") && !answer.equals("nobody"))
                .toList();
        assertThat(served).allSatisfy(answer -> assertThat(answer).startsWith("200"));
        // Whoever comes again to a port that is being closed finds nobody in one way or another.
        assertThat(answers.subList(served.size(), answers.size()))
                .allSatisfy(answer -> assertThat(answer).matches("503 NOT_READY, come again|nobody.*"));
    }

    private static int size(List<String> answers) {
        synchronized (answers) {
            return answers.size();
        }
    }

    /** Nobody answers at once: more is asked of a gateway that takes long to end than there are citizens. */
    private void ask(SeparateGateway gateway, List<String> answers) {
        for (int asked = 2; gateway.lives(); asked++) {
            String answer = answer(gateway, asked % vahid.population().size());
            synchronized (answers) {
                answers.add(answer);
            }
        }
    }

    private String answer(SeparateGateway gateway, int citizen) {
        try {
            HttpResponse<String> answer = lookUp(gateway, citizen);
            String close = answer.headers()
                            .firstValue("Connection")
                            .filter("close"::equalsIgnoreCase)
                            .isPresent()
                    ? " keeps no connection"
                    : "";
            return answer.statusCode() == 200
                    ? "200" + close
                    : answer.statusCode() + " "
                            + JSON.readTree(answer.body()).path("code").asText()
                            + (answer.headers().firstValue("Retry-After").isPresent() ? ", come again" : "");
        } catch (ConnectException e) {
            return "nobody";
        } catch (IOException e) {
            return "nobody any more: " + e;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

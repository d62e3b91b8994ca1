package az.dost.vahid.journeys.follow;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A follow-up lives in the database: the whole system ends while it waits, and what starts on the same folder goes on
 * with it.
 */
class FollowRestartTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private RunningVahid vahid;

    private JsonNode send(String method, String path, String body) {
        String port = vahid.bean(Environment.class).getRequiredProperty("local.server.port");
        try {
            return JSON.readTree(HTTP.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .timeout(LONGEST)
                                    .header("Authorization", "Bearer demo-dost-centre-1")
                                    .header("Content-Type", "application/json")
                                    .method(
                                            method,
                                            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofByteArray())
                    .body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private List<JsonNode> told() throws Exception {
        List<JsonNode> told = new ArrayList<>();
        Path folder = vahid.data().resolve("events/restart-test");
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".jws")).toList()) {
                    told.add(JSON.readTree(JWSObject.parse(Files.readString(file))
                                    .getPayload()
                                    .toString())
                            .path("data"));
                }
            }
        }
        return told;
    }

    @Test
    void a_follow_up_goes_on_after_a_restart_and_its_end_is_told_once() throws Exception {
        // The agency is away until the restart, which its fault does not survive.
        try (RunningVahid running = RunningVahid.another()) {
            vahid = running;
            Path subscriptions = Files.createDirectories(vahid.data().resolve("subscriptions"));
            Files.writeString(
                    subscriptions.resolve("restart.yaml"),
                    "id: restart-test\nsubscriber: dost-centre-1\nlegalBasis: Test\n"
                            + "gives: {az.dost.dossier-followed.v1: [outcome, code, followed, dossierId, dossier]}\ndeliver: {folder: restart-test}\n");
            vahid.faults().set("traffic-police", Fault.HTTP_500);
            JsonNode partial = send(
                    "POST",
                    "/v1/dossiers",
                    "{\"subject\":{\"fin\":\"" + vahid.population().fin(31)
                            + "\"},\"service\":\"ccu-car\",\"caseRef\":\"FOLLOW/9\",\"official\":\"test.official\",\"facts\":[\"identity\",\"vehicles\"],\"deadlineMs\":20000}");
            assertThat(partial.path("completeness").asText()).isEqualTo("PARTIAL");
            String id = partial.path("dossierId").asText();
            Awaitility.await("subscription")
                    .atMost(LONGEST)
                    .until(() -> send(
                                    "POST",
                                    "/v1/dossiers/" + id + "/follow",
                                    "{\"withinMinutes\":60,\"channel\":\"restart-test\"}")
                            .has("until"));
            String until = send("GET", "/v1/dossiers/" + id + "/follow", null)
                    .path("until")
                    .asText();

            vahid.restart();

            Awaitility.await("end").atMost(LONGEST).until(() -> !told().isEmpty());
            JsonNode followUp = send("GET", "/v1/dossiers/" + id + "/follow", null);
            assertThat(followUp.path("state").asText()).isEqualTo("COMPLETED");
            assertThat(followUp.path("until").asText()).isEqualTo(until);
            JsonNode event = told().get(0);
            assertThat(event.path("followed").asText()).isEqualTo(id);
            assertThat(event.at("/dossier/completeness").asText()).isEqualTo("COMPLETE");
            assertThat(event.at("/dossier/facts/identity"))
                    .as("what was known before the restart")
                    .isEqualTo(partial.at("/facts/identity"));
            // Taken up again as after a crash in the middle of its last turn.
            vahid.bean(JdbcTemplate.class)
                    .update("update follow_up set state = 'WAITING', next_at = now() where dossier = ?::uuid", id);
            Awaitility.await().during(Duration.ofSeconds(3)).atMost(LONGEST).until(() -> told().size() == 1);
        }
    }
}

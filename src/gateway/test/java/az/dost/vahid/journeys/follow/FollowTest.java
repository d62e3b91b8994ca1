package az.dost.vahid.journeys.follow;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.whole.FaultSwitch;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** A dossier with silent sources is completed later, and its requester told, in the whole running system. */
class FollowTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private final RunningVahid vahid = RunningVahid.get();
    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private HttpServer hook;
    private FaultSwitch faults;

    @BeforeEach
    void subscribe() throws Exception {
        hook = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        hook.createContext("/hook", exchange -> {
            told.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        hook.start();
        Path folder = Files.createDirectories(vahid.data().resolve("subscriptions"));
        Files.writeString(
                folder.resolve("follow.tmp"),
                "id: follow-test\nsubscriber: dost-centre-1\nlegalBasis: Test\n"
                        + "gives: {az.dost.dossier-followed.v1: [outcome, code, followed, dossierId, dossier]}\nconsumers: 1\n"
                        + "deliver: {webhook: \"http://localhost:"
                        + hook.getAddress().getPort() + "/hook\"}\n");
        Files.move(folder.resolve("follow.tmp"), folder.resolve("follow.yaml"));
        faults = vahid.faults();
    }

    @AfterEach
    void end() throws Exception {
        faults.close();
        Files.delete(vahid.data().resolve("subscriptions/follow.yaml"));
        Awaitility.await()
                .atMost(LONGEST)
                .until(() -> vahid.bean(CamelContext.class).getRoute("event-follow-test") == null);
        hook.stop(0);
    }

    private JsonNode send(String method, String path, String body) {
        return send(method, path, body, "demo-dost-centre-1");
    }

    private JsonNode send(String method, String path, String body, String token) {
        String port = vahid.bean(Environment.class).getRequiredProperty("local.server.port");
        try {
            return JSON.readTree(HTTP.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .timeout(Duration.ofSeconds(60))
                                    .header("Authorization", "Bearer " + token)
                                    .header("Content-Type", "application/json")
                                    .method(
                                            method,
                                            body == null
                                                    ? HttpRequest.BodyPublishers.noBody()
                                                    : HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode lookUp(int citizen, String... facts) {
        ObjectNode request = JSON.createObjectNode()
                .put("service", "ccu-car")
                .put("caseRef", "FOLLOW/1")
                .put("official", "test.official")
                .put("channel", "MOBILE")
                .put("deadlineMs", 20_000);
        request.putObject("subject").put("fin", vahid.population().fin(citizen));
        for (String fact : facts) {
            request.withArray("/facts").add(fact);
        }
        return send("POST", "/v1/dossiers", request.toString());
    }

    private JsonNode follow(String dossier, int minutes) {
        String body = "{\"withinMinutes\":" + minutes + ",\"channel\":\"follow-test\"}";
        Awaitility.await("subscription")
                .atMost(LONGEST)
                .until(() -> send("POST", "/v1/dossiers/" + dossier + "/follow", body)
                        .has("until"));
        return send("GET", "/v1/dossiers/" + dossier + "/follow", null);
    }

    private JsonNode event() {
        Awaitility.await("event").atMost(LONGEST).until(() -> !told.isEmpty());
        return told.get(0).path("data");
    }

    @Test
    void a_source_that_was_away_is_asked_again_and_the_requester_gets_the_whole_dossier() {
        faults.set("traffic-police", Fault.HTTP_500);
        JsonNode partial = lookUp(21, "identity", "vehicles");
        assertThat(partial.path("completeness").asText()).isEqualTo("PARTIAL");
        String id = partial.path("dossierId").asText();
        assertThat(follow(id, 30).path("state").asText()).isEqualTo("WAITING");
        faults.close();
        JsonNode event = event();
        assertThat(event.path("outcome").asText()).isEqualTo("COMPLETED");
        assertThat(event.path("followed").asText()).isEqualTo(id);
        JsonNode dossier = event.path("dossier");
        assertThat(dossier.path("completeness").asText()).isEqualTo("COMPLETE");
        assertThat(dossier.path("completes").asText()).isEqualTo(id);
        assertThat(send("GET", "/v1/dossiers/" + event.path("dossierId").asText(), null))
                .isEqualTo(dossier);
        assertThat(dossier.at("/facts/identity"))
                .as("the answer that was there already, with its evidence")
                .isEqualTo(partial.at("/facts/identity"));
        assertThat(send("GET", "/v1/dossiers/" + id + "/follow", null)
                        .path("state")
                        .asText())
                .isEqualTo("COMPLETED");
        assertThat(vahid.bean(JdbcTemplate.class)
                        .queryForObject(
                                "select concat(entry ->> 'channel', entry ->> 'apart') from audit where id = ?::uuid",
                                String.class,
                                event.path("dossierId").asText()))
                .as("the same case, by the same way")
                .isEqualTo("MOBILE");
    }

    @Test
    void when_the_time_is_over_the_requester_gets_what_there_is() {
        faults.set("traffic-police", Fault.HTTP_500);
        String id = lookUp(22, "identity", "vehicles").path("dossierId").asText();
        follow(id, 5);
        vahid.bean(JdbcTemplate.class)
                .update("update follow_up set until = now(), next_at = now() where dossier = ?::uuid", id);
        JsonNode event = event();
        assertThat(event.path("outcome").asText()).isEqualTo("ENDED");
        assertThat(event.path("dossierId").asText()).isEqualTo(id);
        assertThat(event.at("/dossier/completeness").asText()).isEqualTo("PARTIAL");
    }

    @Test
    void a_requester_that_may_not_have_it_any_more_is_told_so_and_nothing_else() {
        faults.set("traffic-police", Fault.HTTP_500);
        String id = lookUp(23, "identity", "vehicles").path("dossierId").asText();
        follow(id, 5);
        // As when its file is taken away.
        vahid.bean(JdbcTemplate.class)
                .update("update follow_up set requester = 'nobody-any-more' where dossier = ?::uuid", id);
        JsonNode event = event();
        assertThat(event.path("outcome").asText()).isEqualTo("REFUSED");
        assertThat(event.has("dossier")).isFalse();
        assertThat(event.path("code").asText()).isEqualTo("DOSSIER_UNKNOWN");
    }

    @Test
    void one_that_is_stopped_brings_nothing() {
        faults.set("traffic-police", Fault.HTTP_500);
        String id = lookUp(24, "identity", "vehicles").path("dossierId").asText();
        follow(id, 5);
        assertThat(send("DELETE", "/v1/dossiers/" + id + "/follow", null)
                        .path("state")
                        .asText())
                .isEqualTo("STOPPED");
        faults.close();
        Awaitility.await().during(Duration.ofSeconds(3)).atMost(LONGEST).until(told::isEmpty);
    }

    @Test
    void one_whose_end_cannot_be_told_is_laid_aside_for_operators_and_begins_anew_when_asked_for_again() {
        faults.set("traffic-police", Fault.HTTP_500);
        String id = lookUp(25, "identity", "vehicles").path("dossierId").asText();
        follow(id, 5);
        JdbcTemplate database = vahid.bean(JdbcTemplate.class);
        byte[] answers =
                database.queryForObject("select answers from open_answers where dossier = ?::uuid", byte[].class, id);
        database.update("update open_answers set answers = 'damaged' where dossier = ?::uuid", id);
        database.update("update follow_up set until = now(), next_at = now() where dossier = ?::uuid", id);
        Awaitility.await("given up")
                .atMost(LONGEST)
                .until(() -> send("GET", "/v1/dossiers/" + id + "/follow", null)
                        .path("state")
                        .asText()
                        .equals("FAILED"));
        assertThat(send("GET", "/v1/dossiers/" + id + "/follow", null)
                        .path("code")
                        .asText())
                .isEqualTo("INTERNAL");
        JsonNode letter = letters(id).get(0);
        assertThat(letter.path("reason").asText()).isEqualTo("EXHAUSTED");
        assertThat(letter.path("subscription").asText()).isEqualTo("follow-test");
        assertThat(letter.path("attempts").asInt())
                .as("as the rule says, and no more")
                .isEqualTo(3);
        assertThat(letter.path("detail").asText()).contains("INTERNAL");
        assertThat(told).isEmpty();
        database.update("update open_answers set answers = ? where dossier = ?::uuid", answers, id);
        send("POST", "/v1/dead-letters/" + letter.path("id").asText() + "/drop", null, "demo-operations");
        assertThat(letters(id)).isEmpty();
        faults.close();
        assertThat(follow(id, 5).path("dossier").asText()).isEqualTo(id);
        assertThat(event().path("outcome").asText()).isEqualTo("COMPLETED");
    }

    private List<JsonNode> letters(String dossier) {
        List<JsonNode> letters = new ArrayList<>();
        send("GET", "/v1/dead-letters", null, "demo-operations")
                .path("deadLetters")
                .forEach(letters::add);
        letters.removeIf(letter -> !letter.path("detail").asText().contains(dossier));
        return letters;
    }
}

package az.dost.vahid.whole;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.process.DatabaseServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;

/**
 * While the database is away every face says so, by its stable code, and when to come again; none says that something
 * went wrong inside Vahid.
 */
@Timeout(600)
class DatabaseAwayTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String CENTRE = "Bearer demo-dost-centre-1";

    @TempDir
    private static Path folder;

    private static DatabaseServer database;
    private static RunningVahid vahid;
    private static String dossier;

    @BeforeAll
    static void start() throws Exception {
        database = new DatabaseServer(folder.resolve("database"));
        vahid = RunningVahid.another(
                "--spring.datasource.url=" + database.url(), "--spring.datasource.hikari.connection-timeout=500");
        dossier = JSON.readTree(send(lookup()).body()).path("dossierId").asText();
    }

    @AfterAll
    static void end() throws Exception {
        if (vahid != null) {
            vahid.close();
        }
        database.close();
    }

    @AfterEach
    void bringBack() throws Exception {
        database.start();
        database.readOnly(false);
        Awaitility.await("the database is back")
                .atMost(Duration.ofMinutes(1))
                .until(() -> send(lookup()).statusCode() == 200);
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + vahid.port() + path))
                .timeout(Duration.ofSeconds(90));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder post(String path, String type, String body) {
        return to(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static String fin() {
        return vahid.population().fin(60);
    }

    private static HttpRequest.Builder lookup() {
        return post(
                        "/v1/dossiers",
                        "application/json",
                        "{\"service\":\"ccu-car\",\"caseRef\":\"AWAY/1\",\"official\":\"test.official\",\"deadlineMs\":20000,\"subject\":{\"fin\":\""
                                + fin() + "\"}}")
                .header("Authorization", CENTRE);
    }

    private static String citizen() throws IOException, InterruptedException {
        String issuer = vahid.bean(Environment.class).getRequiredProperty("vahid.tokens.issuer");
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(issuer + "/token"))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString("citizen-portal:demo-citizen-portal"
                                                        .getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "grant_type=client_credentials&scope=citizen&fin=" + fin()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return "Bearer " + JSON.readTree(answer.body()).path("access_token").asText();
    }

    /** What writes, by each face. */
    private static Map<String, HttpRequest.Builder> writing() throws IOException, InterruptedException {
        Map<String, HttpRequest.Builder> asked = new TreeMap<>();
        asked.put("lookup", lookup());
        asked.put("lookup with a key", lookup().header("Idempotency-Key", "away-" + UUID.randomUUID()));
        asked.put(
                "bulk",
                post("/v1/bulk", "text/csv", "fin\n" + fin() + "\n")
                        .header("Authorization", CENTRE)
                        .header(
                                "Vahid-Terms",
                                "{\"service\":\"ccu-car\",\"caseRef\":\"AWAY/1\",\"official\":\"test.official\",\"facts\":[\"vehicles\"],\"deadlineMs\":20000}"));
        asked.put(
                "event",
                post(
                                "/v1/events",
                                "application/cloudevents+json",
                                "{\"specversion\":\"1.0\",\"id\":\"away-" + UUID.randomUUID()
                                        + "\",\"source\":\"urn:dost:publisher:civil-registry\",\"type\":\"az.dost.death.v1\",\"time\":\"2026-01-05T08:00:00Z\",\"data\":{\"fin\":\""
                                        + fin()
                                        + "\",\"dateOfDeath\":\"2026-01-04\",\"recordNumber\":\"1\"}}")
                        .header("Authorization", "Bearer demo-civil-registry"));
        return asked;
    }

    /** What reads, by each face. */
    private static Map<String, HttpRequest.Builder> reading() throws IOException, InterruptedException {
        Map<String, HttpRequest.Builder> asked = new TreeMap<>();
        asked.put("dossier", to("/v1/dossiers/" + dossier).header("Authorization", CENTRE));
        asked.put("follow", to("/v1/dossiers/" + dossier + "/follow").header("Authorization", CENTRE));
        asked.put("bulk", to("/v1/bulk/" + UUID.randomUUID()).header("Authorization", CENTRE));
        asked.put("dead letters", to("/v1/dead-letters").header("Authorization", "Bearer demo-operations"));
        asked.put("citizen", to("/v1/citizens/me/lookups").header("Authorization", citizen()));
        asked.put("citizen's corrections", to("/v1/citizens/me/corrections").header("Authorization", citizen()));
        asked.put(
                "audit",
                to("/v1/audit/hits")
                        .header("Authorization", "Bearer demo-audit-office")
                        .header("Vahid-Official", "s.auditor"));
        return asked;
    }

    private static HttpRequest.Builder call() {
        return post(
                        "/r1/AZ/GOV/traffic-police/register/vehicles/siyahi",
                        "application/json",
                        "{\"fin\":\"" + fin() + "\",\"sorguNomresi\":\"1\",\"sorguVaxti\":\"2026-01-01T00:00:00Z\"}")
                .header("Authorization", CENTRE)
                .header("X-Road-Client", "AZ/GOV/dost/centre-1")
                .header("X-Road-Id", UUID.randomUUID().toString());
    }

    private static HttpRequest.Builder soap() {
        return post(
                        "/soap/lookup",
                        "text/xml",
                        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><lookup xmlns=\"urn:az:dost:vahid:lookup:1\"><subject><fin>"
                                + fin()
                                + "</fin></subject><service>ccu-car</service><caseRef>AWAY/1</caseRef><official>test.official</official></lookup></s:Body></s:Envelope>")
                .header("Authorization", CENTRE);
    }

    private static String told(HttpResponse<String> answer) throws IOException {
        JsonNode problem = answer.statusCode() < 300 ? MissingNode.getInstance() : JSON.readTree(answer.body());
        return answer.statusCode() + " " + problem.path("code").asText()
                + (answer.headers().firstValue("Retry-After").isPresent() ? ", come again" : "");
    }

    private static Map<String, String> told(Map<String, HttpRequest.Builder> asked)
            throws IOException, InterruptedException {
        Map<String, String> told = new TreeMap<>();
        for (Map.Entry<String, HttpRequest.Builder> one : asked.entrySet()) {
            told.put(one.getKey(), told(send(one.getValue())));
        }
        return told;
    }

    /** Protocols of their own fix the status of a fault; their code and the header say the rest. */
    private static void protocolsOfTheirOwn() throws IOException, InterruptedException {
        HttpResponse<String> call = send(call());
        assertThat(call.headers().firstValue("X-Road-Error"))
                .as(call.body())
                .contains("server.serverproxy.logging_failed");
        assertThat(call.headers().firstValue("Retry-After"))
                .as("of a call between members")
                .isPresent();
        HttpResponse<String> fault = send(soap());
        assertThat(fault.body()).contains("RECORD_UNAVAILABLE").doesNotContain("INTERNAL");
        assertThat(fault.headers().firstValue("Retry-After"))
                .as("of a lookup over SOAP")
                .isPresent();
    }

    @Test
    void while_no_server_answers_every_face_says_when_to_come_again() throws Exception {
        Map<String, HttpRequest.Builder> writing = writing();
        Map<String, HttpRequest.Builder> reading = reading();
        database.stop();
        assertThat(told(writing))
                .allSatisfy(
                        (face, answer) -> assertThat(answer).as(face).isEqualTo("503 RECORD_UNAVAILABLE, come again"));
        assertThat(told(reading))
                .allSatisfy(
                        (face, answer) -> assertThat(answer).as(face).isEqualTo("503 RECORD_UNAVAILABLE, come again"));
        protocolsOfTheirOwn();
    }

    @Test
    void while_the_server_only_reads_every_face_that_writes_says_when_to_come_again() throws Exception {
        Map<String, HttpRequest.Builder> writing = writing();
        Map<String, HttpRequest.Builder> reading = reading();
        database.readOnly(true);
        Awaitility.await("open sessions only read")
                .atMost(Duration.ofMinutes(1))
                .until(() -> send(lookup()).statusCode() == 503);
        assertThat(told(writing))
                .allSatisfy(
                        (face, answer) -> assertThat(answer).as(face).isEqualTo("503 RECORD_UNAVAILABLE, come again"));
        assertThat(told(reading))
                .allSatisfy((face, answer) ->
                        assertThat(answer).as(face).matches("(200|404).*|503 RECORD_UNAVAILABLE, come again"));
        protocolsOfTheirOwn();
    }

    /** Requests that are under way when it goes, which are those that a failover cuts off. */
    @Test
    void whoever_is_cut_off_in_the_middle_is_told_the_same() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> underWay = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            underWay.add(HTTP.sendAsync(lookup().build(), HttpResponse.BodyHandlers.ofString()));
            if (i == 10) {
                database.stop();
            }
        }
        List<String> told = new ArrayList<>();
        for (var answer : underWay) {
            told.add(told(answer.join()));
        }
        assertThat(told)
                .allSatisfy(answer -> assertThat(answer)
                        .matches("200 |(503 (RECORD_UNAVAILABLE|OVERLOADED)|429 TOO_MANY_REQUESTS), come again"))
                .contains("503 RECORD_UNAVAILABLE, come again");
    }
}

package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** Something is taken from an official after a dossier was made for him: what he gets of it by each later way. */
@Tag("attack")
class FormerOfficialsTest {
    private static final Path FILE =
            RunningVahid.get().data().resolve("requesters").resolve("dost-centre-2.yaml");
    private static final String OFFICE = """
            id: dost-centre-2
            name: Office of the test
            tokenSha256: 41bb7364771a4ca55dad828f446752ae4792b5de3823458989ae28b7a0a2901a
            clients: [dost-centre-2]
            services: [ccu-car, ccu-flat-or-house]
            specialFacts: ["*"]
            officialsProven: true
            officials:
              a.b: {office: one, roles: [CLERK]}
              c.d: {office: one, roles: [CLERK]}
            """;
    private static final String HIS = "  a.b: {office: one, roles: [CLERK]}\n";

    private final String before = read();
    private final String key = "former-" + UUID.randomUUID();

    private static String read() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void employed() throws IOException {
        write(OFFICE);
    }

    @AfterEach
    void asBefore() throws IOException {
        write(before);
    }

    private static void write(String text) throws IOException {
        AccessPolicy access = RunningVahid.get().bean(AccessPolicy.class);
        Object version = access.version();
        boolean same = read().equals(text);
        Files.writeString(FILE, text);
        if (!same) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> access.version() != version);
        }
    }

    private static String token(String official) {
        try {
            String issuer = RunningVahid.get().bean(Environment.class).getRequiredProperty("vahid.tokens.issuer");
            String secret = Base64.getEncoder()
                    .encodeToString("dost-centre-2:demo-dost-centre-2".getBytes(StandardCharsets.US_ASCII));
            HttpResponse<String> issued = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(issuer + "/token"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .header("Authorization", "Basic " + secret)
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            "grant_type=client_credentials&scope=lookup+official&official=" + official))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return "Bearer "
                    + Gateway.JSON.readTree(issued.body()).path("access_token").textValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<byte[]> lookUp(String official) {
        ObjectNode request = Gateway.request().put("official", official);
        Map<String, String> headers = new HashMap<>(Map.of("Authorization", token(official)));
        headers.put("Content-Type", "application/json");
        headers.put("Idempotency-Key", key);
        return Gateway.post(request.toString(), headers);
    }

    private static HttpResponse<byte[]> get(String path, String official, String accept) {
        return Gateway.send("GET", path, null, Map.of("Authorization", token(official), "Accept", accept));
    }

    private HttpResponse<byte[]> progress(String official) {
        return Gateway.send(
                "GET",
                "/v1/lookups/progress",
                null,
                Map.of("Authorization", token(official), "Accept", "application/json", "Idempotency-Key", key));
    }

    private static String id(HttpResponse<byte[]> made) {
        assertThat(made.statusCode())
                .as(new String(made.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return Person.json(made).path("dossierId").asText();
    }

    private static void nothing(String way, HttpResponse<byte[]> answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as("%s: %s", way, body).isIn(401, 403, 404);
        assertThat(body)
                .as(way)
                .doesNotContain(Gateway.request().at("/subject/fin").asText());
    }

    private static long entries() {
        return RunningVahid.get().bean(JdbcTemplate.class).queryForObject("select count(*) from audit", Long.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "he is on the list no more, ||",
                "another role, |  a.b: {office: one, roles: [CENTRE_MANAGER]}|",
                "he answers calls now, |  a.b: {office: one, roles: [HOT_LINE]}|",
                "the service is not his, |  a.b: {office: one, roles: [CLERK], services: [ccu-flat-or-house]}|"
            })
    void what_was_made_for_him_is_not_given_to_him_again(String what, String now) throws IOException {
        String id = id(lookUp("a.b"));
        write(OFFICE.replace(HIS, now.isEmpty() ? "" : now + "\n"));
        long entries = entries();
        nothing("by the key", lookUp("a.b"));
        Awaitility.await("the refusal on record").atMost(Duration.ofSeconds(20)).until(() -> entries() > entries);
        nothing("by the id", get("/v1/dossiers/" + id, "a.b", "application/json"));
        nothing("as XML", get("/v1/dossiers/" + id, "a.b", "application/xml"));
        nothing("as JWS", get("/v1/dossiers/" + id, "a.b", "application/jose"));
        nothing("as a container", get("/v1/dossiers/" + id, "a.b", "application/vnd.etsi.asic-e+zip"));
        nothing("the code for its slip", get("/v1/dossiers/" + id + "/slip", "a.b", "application/json"));
        nothing("how far it is", progress("a.b"));
        nothing("what became of it", get("/v1/dossiers/" + id + "/follow", "a.b", "application/json"));
        nothing("by one who never was on the list", get("/v1/dossiers/" + id, "e.f", "application/json"));
        assertThat(get("/v1/dossiers/" + id, "c.d", "application/json").statusCode())
                .as("a colleague, as long as whom it was made for is of his office")
                .isEqualTo(now.isEmpty() ? 404 : 200);
    }

    @Test
    void a_service_that_is_taken_from_the_office_is_taken_from_its_dossiers() throws IOException {
        String id = id(lookUp("a.b"));
        write(OFFICE.replace("[ccu-car, ", "["));
        nothing("by the key", lookUp("a.b"));
        nothing("by the id", get("/v1/dossiers/" + id, "a.b", "application/json"));
    }

    @Test
    void whoever_goes_to_another_office_leaves_his_colleagues_dossiers_behind() throws IOException {
        String id = id(lookUp("c.d"));
        assertThat(get("/v1/dossiers/" + id, "a.b", "application/json").statusCode())
                .isEqualTo(200);
        write(OFFICE.replace(HIS, HIS.replace("one", "two")));
        nothing("by the id", get("/v1/dossiers/" + id, "a.b", "application/json"));
    }

    @Test
    void whoever_still_may_gets_the_same_again() {
        HttpResponse<byte[]> first = lookUp("a.b");
        assertThat(lookUp("a.b").body()).isEqualTo(first.body());
    }
}

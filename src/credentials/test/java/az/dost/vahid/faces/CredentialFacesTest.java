package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.credentials.Wallets;
import az.dost.vahid.problem.ProblemCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad request at the faces of credentials gets its problem, and answers are as their contract says. */
@Tag("attack")
class CredentialFacesTest {
    private static final Path FOLDER = Path.of("src/credentials/test/resources/faces/bad-requests");
    private static final Map<String, String> GIVEN = new ConcurrentHashMap<>();
    private final Wallets wallets = Wallets.get();

    static Stream<BadRequest> requests() {
        return BadRequest.of(FOLDER, "credentials");
    }

    private String given(String name) {
        return name == null
                ? null
                : GIVEN.computeIfAbsent(name, wanted -> switch (wanted) {
                    case "another citizen's credential" ->
                        wallets.offered(wallets.disabled()).path("credentialId").asText();
                    case "an access token" -> wallets.accessToken();
                    case "a question", "another question", "a third question" -> question();
                    default -> throw new AssertionError("Nobody knows how to make " + wanted);
                });
    }

    /** Id of one that a clerk has asked. */
    private static String question() {
        HttpResponse<byte[]> asked =
                new Person("a.mammadova").post("/v1/presentations", "{\"type\":\"disability\",\"claims\":[\"cause\"]}");
        OpenApi.check("/v1/presentations", "post", asked);
        String id = Person.json(asked).path("presentationId").asText();
        OpenApi.check("/v1/presentations/{id}", "get", new Person("a.mammadova").get("/v1/presentations/" + id));
        return id;
    }

    @ParameterizedTest
    @MethodSource("requests")
    void gets_its_problem(BadRequest request) throws Exception {
        String given = given(request.given());
        HttpResponse<byte[]> answer = Gateway.send(
                request.method(),
                request.path(given),
                request.method().equals("GET") ? null : request.body(given),
                request.headers().entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                Map.Entry::getKey,
                                header -> given == null
                                        ? header.getValue()
                                        : header.getValue().replace("{given}", given))));
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        JsonNode problem = Gateway.JSON.readTree(body);
        assertThat(problem.path("code").asText()).as(body).isEqualTo(request.code());
        assertThat(problem.path("field").textValue()).isEqualTo(request.field());
        assertThat(answer.statusCode()).isEqualTo(request.status());
        assertThat(body).doesNotContain(BadRequest.FIN, "Exception");
    }

    /** A silent register, and a nonce beside a proof that is right, have tests of their own. */
    @Test
    void every_code_that_bad_input_can_get_has_a_case() {
        assertThat(Stream.concat(
                        requests().map(BadRequest::code).distinct(),
                        Stream.of("CREDENTIAL_UNDECIDED", "NONCE_INVALID")))
                .containsExactlyInAnyOrderElementsOf(OpenApi.of("credentials").problems().stream()
                        .filter(code -> ProblemCode.valueOf(code).status() < 500
                                && ProblemCode.valueOf(code) != ProblemCode.TOO_MANY_REQUESTS)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "/.well-known/openid-credential-issuer,/.well-known/openid-credential-issuer",
        "/.well-known/oauth-authorization-server,/.well-known/oauth-authorization-server",
        "/v1/credentials/types/disability,/v1/credentials/types/{code}"
    })
    void what_everybody_may_read_needs_no_token(String path, String template) {
        HttpResponse<byte[]> answer = wallets.send("GET", path, null, Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        OpenApi.check(template, "get", answer);
    }

    @Test
    void what_a_citizen_is_told_is_as_the_contract_says() {
        String fin = wallets.disabled();
        HttpResponse<byte[]> asked = wallets.citizen(fin, "POST", Wallets.MINE, "{\"type\":\"disability\"}");
        OpenApi.check(Wallets.MINE, "post", asked);
        OpenApi.check(Wallets.MINE, "get", wallets.citizen(fin, "GET", Wallets.MINE, null));
        OpenApi.check(
                Wallets.MINE + "/{id}",
                "delete",
                wallets.citizen(
                        fin,
                        "DELETE",
                        Wallets.MINE + "/"
                                + Wallets.json(asked).path("credentialId").asText(),
                        null));
    }

    /** The database is asked for each. */
    @Test
    void whoever_asks_for_lists_that_there_are_not_is_told_to_wait() {
        assertThat(IntStream.range(0, 1_000)
                        .map(n -> wallets.send("GET", "/v1/credentials/status/" + (900_000 + n), null, Map.of())
                                .statusCode()))
                .contains(429);
    }

    /** People who log in have roles, and none of them has a citizen's credentials; nor has a system. */
    @Test
    void no_role_opens_a_citizens_credentials() {
        for (String person :
                List.of("a.mammadova", "k.aliyev", "r.ismayilov", "s.karimova", "t.babayev", "g.ahmadova")) {
            assertThat(Gateway.send(
                                    "GET",
                                    Wallets.MINE,
                                    null,
                                    Map.of("Authorization", "Bearer " + new Person(person).token()))
                            .statusCode())
                    .as(person)
                    .isEqualTo(403);
        }
    }

    /** Neither by its own name at a face, nor by a grant of all services. */
    @Test
    void nobody_outside_asks_for_a_purpose_of_the_bus_itself() throws Exception {
        HttpResponse<byte[]> answer = Gateway.post(
                Gateway.request().put("service", "credential:disability").toString(),
                Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Gateway.JSON.readTree(answer.body()).path("field").asText()).isEqualTo("service");
    }
}

package az.dost.vahid.whole;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.issuer.Logins;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/**
 * A change of a rollout at a gateway as in service: whoever proposed it does not put it into force, however he comes
 * back.
 */
@Tag("attack")
class TwoOperatorsTest {
    private static final String PROPOSALS = "/v1/operations/rollouts/proposals";
    private static final String SYSTEM = "demo-operations";
    private static final String OFFICIAL = "Vahid-Official";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static RunningVahid vahid;

    @BeforeAll
    static void as_in_service() {
        vahid = RunningVahid.another("--vahid.rollout-two-operators=true");
    }

    @AfterAll
    static void end() {
        vahid.close();
    }

    private static JsonNode post(String path, String body, String token, Map<String, String> more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + vahid.managementPort() + path))
                .header("Authorization", "Bearer " + token)
                .POST(body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        more.forEach(request::header);
        try {
            return new ObjectMapper()
                    .readTree(HTTP.send(request.build(), BodyHandlers.ofByteArray())
                            .body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String login() {
        return Logins.token(vahid.bean(Environment.class).getRequiredProperty("vahid.tokens.issuer"), "r.ismayilov");
    }

    private static String proposed(String token, String... more) {
        String body = "{\"agency\":\"agriculture\",\"use\":\"shadow\",\"because\":\"test\"}";
        Map<String, String> headers = more.length == 0
                ? Map.of("Idempotency-Key", UUID.randomUUID().toString())
                : Map.of("Idempotency-Key", UUID.randomUUID().toString(), more[0], more[1]);
        return post(PROPOSALS, body, token, headers).path("id").asText();
    }

    private static String confirmed(String proposal, String token, Map<String, String> more) {
        return post(PROPOSALS + "/" + proposal + "/confirmation", null, token, more)
                .path("code")
                .asText("confirmed");
    }

    @Test
    void he_does_not_confirm_it_by_the_same_login() {
        assertThat(confirmed(proposed(login()), login(), Map.of())).isEqualTo("OWN_PROPOSAL");
    }

    @Test
    void he_does_not_confirm_it_by_his_systems_token() {
        String proposal = proposed(login());
        assertThat(confirmed(proposal, SYSTEM, Map.of())).as("for nobody").isEqualTo("OWN_PROPOSAL");
        assertThat(confirmed(proposal, SYSTEM, Map.of(OFFICIAL, "R.Ismayilov")))
                .as("in other letters")
                .isEqualTo("OWN_PROPOSAL");
    }

    @Test
    void what_a_system_proposed_for_nobody_is_not_confirmed_by_somebody() {
        assertThat(confirmed(proposed(SYSTEM), login(), Map.of())).isEqualTo("OWN_PROPOSAL");
    }

    @Test
    void another_operator_confirms_it() {
        assertThat(confirmed(proposed(SYSTEM, OFFICIAL, "b.second"), login(), Map.of()))
                .isEqualTo("confirmed");
    }
}

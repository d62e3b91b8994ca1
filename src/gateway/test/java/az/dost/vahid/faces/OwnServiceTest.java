package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Members ask for dossiers over X-Road's REST protocol: purposes, facts and officials are granted as for any back
 * office.
 */
class OwnServiceTest {
    private static final String PATH = "/r1/AZ/GOV/vahid/gateway/dossiers";
    private static final String CENTRE = "AZ/GOV/dost/centre-1";
    private static final String DISPUTES = "AZ/GOV/labour-office/disputes";
    private final String messageId = UUID.randomUUID().toString();

    private static ObjectNode request(String service, String official) {
        return Gateway.request().put("service", service).put("official", official);
    }

    private Map<String, String> headers(String requester, String client) {
        return new HashMap<>(Map.of(
                "Authorization",
                "Bearer demo-" + requester,
                "Content-Type",
                "application/json",
                "X-Road-Client",
                client,
                "X-Road-Id",
                messageId));
    }

    private Answer ask(String requester, String client, ObjectNode request) {
        return new Answer(Gateway.send("POST", PATH, request.toString(), headers(requester, client)));
    }

    private record Answer(java.net.http.HttpResponse<byte[]> http) {
        JsonNode body() {
            try {
                return Gateway.JSON.readTree(http.body());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse(null);
        }

        void isRefused(int status, String code) {
            assertThat(http.statusCode()).isEqualTo(status);
            assertThat(body().path("code").asText()).isEqualTo(code);
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(header("Vahid-Signature")).as("a refusal is signed").isNotNull();
            assertThat(header("X-Road-Error")).as("the provider's own").isNull();
        }
    }

    private static String recorded(String messageId) {
        return RunningVahid.get()
                .bean(JdbcTemplate.class)
                .queryForObject(
                        "select outcome || ' ' || response_status from exchange where message_id = ?",
                        String.class,
                        messageId);
    }

    @Test
    void a_dossier_comes_by_the_protocol_and_is_the_same_as_by_the_lookups_own_face() {
        Answer answer = ask("dost-centre-1", CENTRE, Gateway.request());
        assertThat(answer.http().statusCode()).isEqualTo(200);
        assertThat(answer.header("X-Road-Request-Hash")).isNotNull();
        assertThat(answer.header("X-Road-Service")).isEqualTo("AZ/GOV/vahid/gateway/dossiers");
        assertThat(answer.header("Vahid-Signature")).isNotNull();
        JsonNode direct = new Answer(Gateway.lookUp("application/json")).body();
        assertThat(answer.body().at("/facts/identity/value"))
                .isEqualTo(direct.at("/facts/identity/value"))
                .isNotEmpty();
        assertThat(answer.body().path("sources")).hasSameSizeAs(direct.path("sources"));
        assertThat(new Answer(Gateway.again(
                                answer.body().path("dossierId").asText(), "application/json", Gateway.BEARER))
                        .body())
                .isEqualTo(answer.body());
        assertThat(recorded(messageId)).isEqualTo("PASSED 200");
    }

    @Test
    void the_content_is_as_small_as_the_purpose_says() {
        JsonNode facts = ask("labour-office-2", DISPUTES, request("labour-contract-check", "test.official"))
                .body()
                .path("facts");
        assertThat(facts.fieldNames()).toIterable().isSubsetOf("identity", "employment");
        assertThat(facts.at("/identity/value").fieldNames())
                .toIterable()
                .isSubsetOf("fin", "givenName", "surname", "patronymic", "birthDate");
    }

    @Test
    void a_purpose_that_the_requester_has_no_grant_for_is_refused_by_the_lookup() {
        ask("labour-office-2", DISPUTES, request("ccu-car", "test.official")).isRefused(403, "NOT_GRANTED");
        assertThat(recorded(messageId)).isEqualTo("PASSED 403");
    }

    @Test
    void an_official_whom_the_requester_has_not_named_is_refused_by_the_lookup() {
        ask("labour-office-3", "AZ/GOV/labour-office/contracts", request("labour-contract-check", "some.body"))
                .isRefused(403, "NOT_GRANTED");
    }

    @Test
    void an_official_has_no_more_purposes_here_than_elsewhere() {
        ask("labour-office-3", "AZ/GOV/labour-office/contracts", request("labour-dispute", "r.aliyev"))
                .isRefused(403, "NOT_GRANTED");
    }

    @Test
    void a_fact_that_is_not_of_the_purpose_is_refused_by_the_lookup() {
        ObjectNode request = request("labour-contract-check", "test.official");
        request.putArray("facts").add("disability");
        ask("labour-office-2", DISPUTES, request).isRefused(422, "FACT_NOT_IN_SERVICE");
    }

    @Test
    void a_member_that_no_consumer_names_gets_nothing_whatever_its_system_may_look_up() {
        Answer answer = ask("dost-centre-1", DISPUTES, Gateway.request());
        assertThat(answer.header("X-Road-Error")).isEqualTo("server.clientproxy.ssl_authentication_failed");
        Answer path = new Answer(
                Gateway.send("POST", PATH + "/more", Gateway.request().toString(), headers("dost-centre-1", CENTRE)));
        assertThat(path.header("X-Road-Error")).isEqualTo("server.serverproxy.access_denied");
    }

    @Test
    void a_body_that_is_not_what_its_digest_says_is_not_looked_up() {
        Map<String, String> headers = headers("dost-centre-1", CENTRE);
        headers.put("Content-Digest", "sha-256=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:");
        assertThat(new Answer(Gateway.send("POST", PATH, Gateway.request().toString(), headers)).header("X-Road-Error"))
                .isEqualTo("client.invalid_signature_value");
    }

    @Test
    void a_body_that_is_too_long_is_refused_by_the_lookup() {
        ask("dost-centre-1", CENTRE, Gateway.request().put("caseRef", "x".repeat(200_000)))
                .isRefused(413, "REQUEST_TOO_LARGE");
    }
}

package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a system's developers are told of it. */
class RequesterFacesTest {
    private static final String ADDRESS = "/v1/requesters/me";
    private static final String CENTRE_2 = "Bearer demo-dost-centre-2";

    private static JsonNode read(String bearer) {
        HttpResponse<byte[]> answer = Gateway.send("GET", ADDRESS, null, Map.of("Authorization", bearer));
        assertThat(answer.statusCode()).isEqualTo(200);
        OpenApi.check(ADDRESS, "get", answer);
        return Person.json(answer);
    }

    private static HttpResponse<byte[]> lookUp(String service, String fin) {
        return lookUp(CENTRE_2, service, fin);
    }

    private static HttpResponse<byte[]> lookUp(String authorization, String service, String fin) {
        return Gateway.send(
                "POST",
                "/v1/dossiers",
                "{\"subject\":{\"fin\":\"" + fin + "\"},\"service\":\"" + service
                        + "\",\"caseRef\":\"OWN/1\",\"official\":\"first.lookup\"}",
                Map.of("Authorization", authorization, "Content-Type", "application/json"));
    }

    @Test
    void a_system_reads_its_own_grants_and_limits() {
        JsonNode own = read(CENTRE_2);
        assertThat(own.path("id").asText()).isEqualTo("dost-centre-2");
        assertThat(own.path("services").toString()).isEqualTo("[\"ccu-car\"]");
        assertThat(own.at("/limits/perSecond").asInt()).isPositive();
        assertThat(read(Gateway.BEARER).path("services").size()).isGreaterThan(40);
    }

    @Test
    void a_developer_who_has_logged_in_reads_those_of_his_system() {
        JsonNode own = read("Bearer " + new Person("o.safarov").token());
        assertThat(own.path("id").asText()).isEqualTo("partner-desk");
        assertThat(own.path("services").toString()).contains("labour-dispute");
    }

    @Test
    void a_developer_whose_own_login_opens_no_lookup_is_told_why_and_finds_it_among_what_was_refused() {
        String developer = "Bearer " + new Person("o.safarov").token();
        HttpResponse<byte[]> refused = lookUp(developer, "labour-dispute", "W1D0W01");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Person.json(refused).path("field").asText()).isEqualTo("Authorization");
        assertThat(Person.json(refused).path("fix").asText()).startsWith("Ask with a token of your system");
        JsonNode first = read(developer).at("/refusals/0");
        assertThat(first.path("address").asText()).isEqualTo("POST /v1/dossiers");
        assertThat(first.path("code").asText()).isEqualTo("NOT_GRANTED");
        assertThat(first.path("field").asText()).isEqualTo("Authorization");
        assertThat(read(CENTRE_2).path("refusals").toString()).doesNotContain("Authorization");
    }

    @Test
    void what_was_refused_last_is_told_without_any_value_of_the_request() {
        HttpResponse<byte[]> refused = lookUp("ccu-intake", "9QZ7TRX");
        JsonNode first = read(CENTRE_2).at("/refusals/0");
        assertThat(first.path("address").asText()).isEqualTo("POST /v1/dossiers");
        assertThat(first.path("code").asText()).isEqualTo("NOT_GRANTED");
        assertThat(first.path("field").asText()).isEqualTo("service");
        assertThat(first.path("instance").asText())
                .isEqualTo(Person.json(refused).path("instance").asText());
        assertThat(read(CENTRE_2).toString()).doesNotContain("9QZ7TRX", "OWN/1", "first.lookup");
        assertThat(read(Gateway.BEARER).path("refusals").toString())
                .doesNotContain(first.path("instance").asText());
    }

    @Test
    void a_refusal_that_may_tell_of_a_person_is_not_among_them() {
        assertThat(Person.code(lookUp(Gateway.BEARER, "ccu-car", "H1DDEN1"))).isEqualTo("APPROVAL_NEEDED");
        assertThat(read(Gateway.BEARER).path("refusals").toString()).doesNotContain("APPROVAL_NEEDED");
    }

    @Test
    void a_name_that_no_contract_has_is_not_kept() {
        HttpResponse<byte[]> refused = Gateway.send(
                "POST",
                "/v1/dossiers",
                "{\"W1D0W01\":1}",
                Map.of("Authorization", CENTRE_2, "Content-Type", "application/json"));
        assertThat(Person.code(refused)).isEqualTo("FIELD_UNKNOWN");
        JsonNode own = read(CENTRE_2);
        assertThat(own.at("/refusals/0/code").asText()).isEqualTo("FIELD_UNKNOWN");
        assertThat(own.toString()).doesNotContain("W1D0W01");
    }

    @Test
    void no_more_are_kept_than_the_contract_says() {
        for (int i = 0; i < 25; i++) {
            lookUp("ccu-intake", "9QZ7TRX");
        }
        assertThat(read(CENTRE_2).path("refusals")).hasSize(20);
    }
}

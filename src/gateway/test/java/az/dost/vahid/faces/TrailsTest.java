package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an operator sees of lookups. */
class TrailsTest {
    private static final String TRAILS = "/v1/operations/trails";
    private static final String WIDOW = "W1D0W01";
    private final RunningVahid gateway = RunningVahid.get();

    private static HttpResponse<byte[]> ask(String question, String bearer) {
        HttpResponse<byte[]> answer = Operators.post(TRAILS, question, bearer, "Vahid-Official", "o.operator");
        OpenApi.check(TRAILS, "post", answer);
        return answer;
    }

    private static HttpResponse<byte[]> lookUp(String fin, String service, String caseRef) {
        ObjectNode request = Gateway.request().put("service", service).put("caseRef", caseRef);
        request.putObject("subject").put("fin", fin);
        return Gateway.post(
                request.toString(), Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json"));
    }

    private static JsonNode trails(String question) {
        HttpResponse<byte[]> answer = ask(question, Operators.LOOKS);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Operators.json(answer).path("trails");
    }

    private long viewed() {
        return gateway.bean(JdbcTemplate.class)
                .queryForObject(
                        "select count(*) from audit where entry ->> 'act' = 'trail-viewed' and entry ->> 'official' = 'o.operator'"
                                + " and entry ->> 'by' = 'monitoring'",
                        Long.class);
    }

    @Test
    void a_dossier_has_its_agencies_with_verdicts_times_and_digests_and_nothing_of_the_citizen() {
        JsonNode dossier = Operators.json(lookUp(WIDOW, "ccu-intake", "TRAIL/1"));
        HttpResponse<byte[]> answer =
                ask("{\"dossierId\":\"" + dossier.path("dossierId").asText() + "\"}", Operators.LOOKS);
        JsonNode trail = Operators.json(answer).at("/trails/0");
        assertThat(trail.path("sources").findValuesAsText("agency"))
                .containsExactlyElementsOf(dossier.path("sources").findValuesAsText("agency"));
        assertThat(trail.path("sources").findValuesAsText("verdict"))
                .containsExactlyElementsOf(dossier.path("sources").findValuesAsText("verdict"));
        assertThat(trail.path("sources").findValues("evidence")).isNotEmpty();
        assertThat(trail.path("completeness").asText())
                .isEqualTo(dossier.path("completeness").asText());
        assertThat(trail.path("tookMs").asLong()).isPositive();
        assertThat(trail.path("steps")).hasSize(2);
        assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(WIDOW, "\"facts\"", "\"person\"", "\"documents\"");
    }

    @Test
    void a_refusal_is_found_by_the_instance_of_its_problem() {
        JsonNode problem = Operators.json(lookUp(WIDOW, "no-service", "TRAIL/2"));
        JsonNode trail = trails("{\"instance\":\"" + problem.path("instance").asText() + "\"}")
                .path(0);
        assertThat(trail.path("code").asText()).isEqualTo("SERVICE_UNKNOWN");
        assertThat(trail.path("caseRef").asText()).isEqualTo("TRAIL/2");
    }

    @Test
    void all_of_a_case_are_found_the_newest_first() {
        JsonNode first = Operators.json(lookUp(WIDOW, "ccu-car", "TRAIL/3"));
        JsonNode second = Operators.json(lookUp(WIDOW, "ccu-intake", "TRAIL/3"));
        assertThat(trails("{\"requester\":\"dost-centre-1\",\"caseRef\":\"TRAIL/3\"}")
                        .findValuesAsText("id"))
                .containsExactly(
                        second.path("dossierId").asText(),
                        first.path("dossierId").asText());
        assertThat(trails("{\"requester\":\"dost-centre-2\",\"caseRef\":\"TRAIL/3\"}"))
                .isEmpty();
    }

    @Test
    void that_somebody_looks_is_in_the_chain_also_when_he_finds_nothing() {
        long before = viewed();
        assertThat(ask("{\"dossierId\":\"01900000-0000-7000-8000-000000000000\"}", Operators.LOOKS)
                        .statusCode())
                .isEqualTo(404);
        assertThat(viewed()).isEqualTo(before + 1);
    }

    /** It would tell that the citizen is protected, or that a rule was broken: auditors alone know. */
    @Test
    void a_refusal_for_want_of_an_approval_is_like_one_that_there_is_not() {
        JsonNode problem = Operators.json(lookUp("H1DDEN1", "ccu-car", "TRAIL/4"));
        assertThat(problem.path("code").asText()).isEqualTo("APPROVAL_NEEDED");
        assertThat(ask("{\"instance\":\"" + problem.path("instance").asText() + "\"}", Operators.LOOKS)
                        .statusCode())
                .isEqualTo(404);
        assertThat(trails("{\"requester\":\"dost-centre-1\",\"caseRef\":\"TRAIL/4\"}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                                        | FIELD_MISSING | dossierId",
                "{'dossierId':'1'}                                                         | FIELD_INVALID | dossierId",
                "{'instance':'urn:x'}                                                      | FIELD_INVALID | instance",
                "{'dossierId':'01900000-0000-7000-8000-000000000000','caseRef':'A'}        | FIELD_INVALID | dossierId",
                "{'caseRef':'A'}                                                           | FIELD_MISSING | requester",
                "{'requester':'dost-centre-1'}                                             | FIELD_MISSING | caseRef",
                "{'requester':'dost-centre-1','caseRef':'A B'}                             | FIELD_INVALID | caseRef",
                "{'requester':'dost-centre-1','caseRef':'A','days':32}                     | FIELD_INVALID | days",
                "{'requester':'dost-centre-1','caseRef':'A','days':'1'}                    | FIELD_INVALID | days",
                "{'fin':'W1D0W01'}                                                         | FIELD_UNKNOWN | fin"
            })
    void a_question_that_is_none_is_told_what_is_wrong_with_it(String question, String code, String field) {
        HttpResponse<byte[]> answer = ask(question.replace('\'', '"'), Operators.LOOKS);
        assertThat(Operators.json(answer).path("code").asText()).isEqualTo(code);
        assertThat(Operators.json(answer).path("field").asText()).isEqualTo(field);
    }

    @Test
    void nobody_finds_anything_without_the_grant() {
        assertThat(ask("{\"requester\":\"dost-centre-1\",\"caseRef\":\"TRAIL/3\"}", Gateway.BEARER)
                        .statusCode())
                .isEqualTo(403);
    }
}

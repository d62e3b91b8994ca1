package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** One lookup, and a question about it on its way: from the citizen to an auditor, and the finding back. */
class CitizensQuestionsTest {
    private static final Person AUDITOR = new Person("z.rzayeva");
    private static final String HITS = "/v1/audit/hits";

    private static String lookUp(Portal citizen, String bearer, String service, String caseRef) {
        ObjectNode request = Gateway.request().put("service", service).put("caseRef", caseRef);
        request.putObject("subject").put("fin", citizen.fin());
        HttpResponse<byte[]> answer = Gateway.post(
                request.toString(),
                Map.of("Authorization", "Bearer demo-" + bearer, "Content-Type", "application/json"));
        return answer.statusCode() == 200 ? Gateway.id(answer) : "";
    }

    private static JsonNode hit(String caseRef) {
        HttpResponse<byte[]> answer = AUDITOR.get(HITS);
        OpenApi.check(HITS, "get", answer);
        return StreamSupport.stream(Person.json(answer).path("hits").spliterator(), false)
                .filter(hit -> hit.path("caseRef").asText().equals(caseRef)
                        && hit.path("askedByCitizen").asBoolean())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode act(String id, String act, String body) {
        HttpResponse<byte[]> answer = AUDITOR.post(HITS + "/" + id + act, body);
        OpenApi.check(HITS + "/{id}" + act, "post", answer);
        return Person.json(answer);
    }

    @Test
    void one_lookup_says_what_the_list_says() {
        Portal citizen = Portal.of(4_921);
        String id = lookUp(citizen, "dost-centre-1", "ccu-car", "ASK/1");
        JsonNode listed = citizen.lookups("").path("lookups").path(0);
        JsonNode one = citizen.lookup(id);
        assertThat(one.path("caseRef").asText()).isEqualTo("ASK/1");
        assertThat(((ObjectNode) one).without("receipt").toString())
                .isEqualTo(((ObjectNode) listed).without("receipt").toString());
    }

    @Test
    void the_citizen_is_told_what_the_auditor_found() {
        Portal citizen = Portal.of(4_922);
        String id = lookUp(citizen, "dost-centre-1", "ccu-car", "ASK/2");
        assertThat(citizen.lookup(id).has("question")).isFalse();
        JsonNode asked = citizen.askAbout(id, "I was in no office that day.\nWhy?");
        assertThat(asked.at("/question/state").asText()).isEqualTo("RECEIVED");
        assertThat(asked.at("/question/text").asText()).isEqualTo("I was in no office that day.\nWhy?");
        JsonNode listed = hit("ASK/2");
        assertThat(listed.has("question"))
                .as("the list tells that there is one")
                .isFalse();
        assertThat(listed.path("official").asText()).isEqualTo("test.official");
        String hit = listed.path("id").asText();
        HttpResponse<byte[]> shown = AUDITOR.get(HITS + "/" + hit);
        OpenApi.check(HITS + "/{id}", "get", shown);
        assertThat(Person.json(shown).path("question").asText()).isEqualTo("I was in no office that day.\nWhy?");
        act(hit, "/assignment", "{\"assignee\":\"z.rzayeva\"}");
        assertThat(citizen.lookup(id).at("/question/state").asText()).isEqualTo("IN_REVIEW");
        assertThat(citizen.lookup(id).toString()).as("who works it off").doesNotContain("z.rzayeva");
        assertThat(act(hit, "/closure", "{\"reason\":\"RULE_TOO_STRICT\",\"note\":\"x\"}")
                        .path("field")
                        .asText())
                .isEqualTo("reason");
        act(hit, "/closure", "{\"reason\":\"MISUSE\",\"note\":\"The case does not exist\"}");
        JsonNode question = citizen.lookup(id).path("question");
        assertThat(question.path("state").asText()).isEqualTo("ANSWERED");
        assertThat(question.path("finding").asText()).isEqualTo("MISUSE");
        assertThat(question.path("note").asText()).isEqualTo("The case does not exist");
        assertThat(question.path("answeredAt").asText()).isNotEmpty();
        assertThat(citizen.askAbout(id, "Again?").path("code").asText()).isEqualTo("QUESTION_ASKED");
    }

    @Test
    void a_refused_lookup_can_be_asked_about() {
        Portal citizen = Portal.of(4_923);
        lookUp(citizen, "labour-office-2", "ccu-car", "ASK/3");
        String id = citizen.lookups("").path("lookups").path(0).path("id").asText();
        assertThat(citizen.askAbout(id, "Who tried?").at("/question/state").asText())
                .isEqualTo("RECEIVED");
        assertThat(hit("ASK/3").path("requester").asText()).isEqualTo("labour-office-2");
    }

    @Test
    @Tag("attack")
    void a_withheld_lookup_and_one_of_somebody_else_are_not_there_and_nothing_comes_of_asking() {
        Portal citizen = Portal.of(4_924);
        String withheld = lookUp(citizen, "investigations", "labour-contract-check", "ASK/4");
        String others = lookUp(Portal.of(4_925), "dost-centre-1", "ccu-car", "ASK/5");
        for (String id : new String[] {withheld, others, "01a2220e-cddf-78a8-92b8-8d18e7d48eea"}) {
            JsonNode read = citizen.lookup(id);
            JsonNode asked = citizen.askAbout(id, "Why?");
            assertThat(read.path("code").asText()).isEqualTo("NOT_FOUND");
            assertThat(((ObjectNode) read).without("instance").toString())
                    .isEqualTo(((ObjectNode) asked).without("instance").toString())
                    .doesNotContain(id);
        }
        assertThat(RunningVahid.get()
                        .bean(JdbcTemplate.class)
                        .queryForObject(
                                "select count(*) from misuse_hit where rule = 'asked-by-citizen' and case_ref in ('ASK/4', 'ASK/5')",
                                Integer.class))
                .isZero();
    }
}

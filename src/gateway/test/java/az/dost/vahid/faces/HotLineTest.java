package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.whole.FaultSwitch;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A call to the hot-line: check questions, verdicts and nothing else, and a line that closes. */
@Tag("attack")
class HotLineTest {
    private static final Person HOT_LINE = new Person("l.huseynova");
    private static final Person CLERK = new Person("a.mammadova");
    private static final String CALLS = "/v1/hot-line/calls";

    private static String fin(int citizen) {
        return RunningVahid.get().population().fin(citizen);
    }

    /** What the registers have, as somebody who knows himself answers. */
    private static ObjectNode right(String fin) {
        JsonNode facts =
                Person.json(CLERK.lookUp(fin, "ccu-intake", "HOT/0", null)).path("facts");
        ObjectNode body = Gateway.JSON.createObjectNode().put("fin", fin);
        body.putObject("answers")
                .put("birthDate", facts.at("/identity/value/birthDate").asText())
                .put(
                        "documentNumber",
                        facts.at("/identity/value/documentNumber").asText().toLowerCase());
        return body;
    }

    private static ObjectNode wrong(String fin) {
        ObjectNode body = right(fin);
        ((ObjectNode) body.path("answers")).put("birthDate", "1901-01-01");
        return body;
    }

    private static HttpResponse<byte[]> check(ObjectNode body) {
        HttpResponse<byte[]> answer = HOT_LINE.post(CALLS, body.toString());
        OpenApi.check(CALLS, "post", answer);
        return answer;
    }

    @Test
    void a_caller_who_passes_is_looked_up_for_verdicts_and_for_nothing_else() {
        String fin = fin(4401);
        HttpResponse<byte[]> passed = check(right(fin));
        assertThat(passed.statusCode()).as(new String(passed.body())).isEqualTo(201);
        String call = Person.json(passed).path("call").asText();
        assertThat(RunningVahid.get()
                        .bean(JdbcTemplate.class)
                        .queryForList(
                                "select entry ->> 'apart' from audit where entry ->> 'caseRef' = ?",
                                String.class,
                                call))
                .as("figures leave it out")
                .containsExactly("CALLER_CHECK");
        HttpResponse<byte[]> verdicts = HOT_LINE.lookUp(fin, "ccu-car", call, "VERDICTS");
        assertThat(verdicts.statusCode()).as(new String(verdicts.body())).isEqualTo(200);
        assertThat(Person.json(verdicts).has("facts")).isFalse();
        HttpResponse<byte[]> whole = HOT_LINE.lookUp(fin, "ccu-car", call, null);
        assertThat(Person.json(whole).path("field").asText()).isEqualTo("view");
        assertThat(Person.code(whole)).isEqualTo("NOT_GRANTED");
        HttpResponse<byte[]> another = HOT_LINE.lookUp(fin(4402), "ccu-car", call, "VERDICTS");
        assertThat(Person.json(another).path("field").asText()).isEqualTo("caseRef");
        assertThat(HOT_LINE.get("/v1/dossiers/" + Gateway.id(verdicts)).statusCode())
                .isEqualTo(200);
    }

    private static String code(String dossier) {
        String end = dossier.substring(24).toUpperCase();
        return end.substring(0, 4) + "-" + end.substring(4, 8) + "-" + end.substring(8);
    }

    private static HttpResponse<byte[]> slip(String call, String fin, String dossier) {
        HttpResponse<byte[]> answer = HOT_LINE.post(
                "/v1/hot-line/slips",
                Gateway.JSON
                        .createObjectNode()
                        .put("call", call)
                        .put("fin", fin)
                        .put("code", code(dossier))
                        .toString());
        OpenApi.check("/v1/hot-line/slips", "post", answer);
        return answer;
    }

    @Test
    void a_callers_slip_is_found_by_its_code_and_tells_verdicts_and_nothing_else() {
        String fin = fin(4410);
        String dossier = Gateway.id(CLERK.lookUp(fin, "ccu-car", "HOT/SLIP", null));
        String call = Person.json(check(right(fin))).path("call").asText();
        HttpResponse<byte[]> answer = slip(call, fin, dossier);
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
        JsonNode verdicts = Person.json(answer);
        assertThat(verdicts.path("dossierId").asText()).isEqualTo(dossier);
        assertThat(verdicts.path("view").asText()).isEqualTo("VERDICTS");
        assertThat(verdicts.path("documents")).isNotEmpty();
        assertThat(verdicts.has("facts") || verdicts.has("sources") || verdicts.has("conflicts"))
                .isFalse();
        assertThat(Person.code(HOT_LINE.get("/v1/dossiers/" + dossier)))
                .as("the dossier itself is the clerk's")
                .isEqualTo("DOSSIER_UNKNOWN");
        assertThat(RunningVahid.get()
                        .bean(JdbcTemplate.class)
                        .queryForObject(
                                "select count(*) from audit where entry ->> 'act' = 'slip-told' and entry ->> 'dossier' = ?"
                                        + " and entry ->> 'official' = 'l.huseynova' and entry ->> 'call' = ?",
                                Integer.class,
                                dossier,
                                call))
                .isEqualTo(1);
    }

    @Test
    void a_slips_code_alone_shows_nothing() {
        String fin = fin(4411);
        String others = Gateway.id(CLERK.lookUp(fin(4412), "ccu-car", "HOT/SLIP", null));
        String own = Gateway.id(CLERK.lookUp(fin, "ccu-car", "HOT/SLIP", null));
        String call = Person.json(check(right(fin))).path("call").asText();
        assertThat(Person.code(slip(call, fin, others))).as("of somebody else").isEqualTo("NOT_FOUND");
        assertThat(Person.json(slip(call, fin(4412), others)).path("field").asText())
                .as("a call of another caller")
                .isEqualTo("call");
        assertThat(Person.json(slip("01a2220e-cddf-78a8-92b8-8d18e7d48eea", fin, own))
                        .path("field")
                        .asText())
                .as("no call")
                .isEqualTo("call");
    }

    @Test
    void a_call_tells_what_was_looked_up_in_it_and_how_long_it_stands() {
        String fin = fin(4413);
        String call = Person.json(check(right(fin))).path("call").asText();
        assertThat(call(call).path("lookups"))
                .as("the check is no lookup of the call")
                .isEmpty();
        String dossier = Gateway.id(HOT_LINE.lookUp(fin, "ccu-car", call, "VERDICTS"));
        JsonNode told = call(call);
        assertThat(told.path("lookups")).hasSize(1);
        assertThat(told.at("/lookups/0/dossierId").asText()).isEqualTo(dossier);
        assertThat(told.has("until")).isTrue();
        assertThat(told.toString()).doesNotContain(fin);
        assertThat(Person.code(HOT_LINE.get(CALLS + "/01a2220e-cddf-78a8-92b8-8d18e7d48eea")))
                .isEqualTo("NOT_FOUND");
        assertThat(Person.code(HOT_LINE.get(CALLS + "/none"))).isEqualTo("NOT_FOUND");
    }

    private static JsonNode call(String call) {
        HttpResponse<byte[]> answer = HOT_LINE.get(CALLS + "/" + call);
        OpenApi.check(CALLS + "/{id}", "get", answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Person.json(answer);
    }

    @Test
    void without_a_call_nobody_is_looked_up() {
        for (String caseRef : new String[] {"CASE/1", "01a2220e-cddf-78a8-92b8-8d18e7d48eea"}) {
            HttpResponse<byte[]> answer = HOT_LINE.lookUp(fin(4403), "ccu-car", caseRef, "VERDICTS");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(Person.json(answer).path("field").asText()).isEqualTo("caseRef");
        }
    }

    @Test
    void three_wrong_answers_close_the_line_whatever_is_answered_then_and_an_auditor_learns_of_it() {
        String fin = fin(4404);
        ObjectNode right = right(fin);
        String first = null;
        for (int i = 0; i < 3; i++) {
            HttpResponse<byte[]> refused = check(wrong(fin));
            assertThat(refused.statusCode()).isEqualTo(403);
            first = told(refused);
        }
        HttpResponse<byte[]> closed = check(right);
        assertThat(told(closed)).as("it is not said that the line is closed").isEqualTo(first);
        assertThat(check(right(fin(4405))).statusCode())
                .as("for others it is open")
                .isEqualTo(201);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> RunningVahid.get()
                                .bean(JdbcTemplate.class)
                                .queryForObject(
                                        "select count(*) from misuse_hit where rule = 'failed-calls' and official = 'l.huseynova'",
                                        Integer.class)
                        > 0);
    }

    /** All that is told, but for the one occurrence. */
    private static String told(HttpResponse<byte[]> answer) {
        return ((ObjectNode) Person.json(answer)).without("instance").toString();
    }

    @Test
    void a_register_that_does_not_speak_confirms_nobody_and_counts_for_nothing() {
        String fin = fin(4406);
        ObjectNode right = right(fin);
        int before = attempts();
        try (FaultSwitch faults = RunningVahid.get().faults()) {
            faults.set("identity-register", Fault.HTTP_500);
            HttpResponse<byte[]> answer = check(right);
            assertThat(Person.code(answer)).isEqualTo("CALLER_NOT_CHECKED");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(attempts()).isEqualTo(before);
    }

    @Test
    void a_wrong_answer_counts_while_a_register_of_another_fact_is_silent() {
        String fin = fin(4414);
        ObjectNode right = right(fin);
        ObjectNode wrong = wrong(fin);
        try (FaultSwitch faults = RunningVahid.get().faults()) {
            faults.set("mobilisation", Fault.HTTP_500);
            for (int i = 0; i < 3; i++) {
                assertThat(Person.code(check(wrong))).isEqualTo("CALLER_NOT_CONFIRMED");
            }
        }
        assertThat(Person.code(check(right))).as("the line is closed").isEqualTo("CALLER_NOT_CONFIRMED");
    }

    @Test
    void while_one_answer_cannot_be_compared_a_wrong_one_is_told_like_a_right_one_and_counts() {
        // Two registers have an address of his.
        String fin = Personas.ADDRESS_DISAGREES.fin();
        ObjectNode both = right(fin);
        ObjectNode wrong = both.deepCopy();
        ((ObjectNode) wrong.path("answers")).put("registeredSince", "1902-03-04");
        ObjectNode right = both.deepCopy();
        try (FaultSwitch faults = RunningVahid.get().faults()) {
            faults.set("identity-register", Fault.HTTP_500);
            ((ObjectNode) right.path("answers")).put("registeredSince", since(fin));
            String told = told(check(right));
            assertThat(told).contains("CALLER_NOT_CHECKED");
            for (int i = 0; i < 4; i++) {
                assertThat(told(check(wrong))).isEqualTo(told);
            }
            assertThat(told(check(right))).as("also once the line is closed").isEqualTo(told);
        }
        assertThat(Person.code(check(both))).as("the line is closed").isEqualTo("CALLER_NOT_CONFIRMED");
    }

    private static String since(String fin) {
        return Person.json(CLERK.lookUp(fin, "ccu-intake", "HOT/0", null))
                .at("/facts/address/value/registeredSince")
                .asText();
    }

    @Test
    void a_protected_person_is_told_like_one_who_answered_wrong() {
        ObjectNode hidden = wrong(fin(4416)).put("fin", "H1DDEN1");
        HttpResponse<byte[]> answer = check(hidden);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(told(answer)).isEqualTo(told(check(wrong(fin(4416)))));
    }

    @Test
    void whoever_tries_many_citizens_checks_nobody_any_more() {
        ObjectNode right = right(fin(4417));
        try {
            HttpResponse<byte[]> told = null;
            for (int citizen = 4420; citizen < 4441; citizen++) {
                told = check(Gateway.JSON
                        .createObjectNode()
                        .put("fin", fin(citizen))
                        .set(
                                "answers",
                                Gateway.JSON
                                        .createObjectNode()
                                        .put("birthDate", "1901-01-01")
                                        .put("documentNumber", "AA1234567")));
            }
            assertThat(Person.code(told)).isEqualTo("TOO_MANY_REQUESTS");
            assertThat(Person.code(check(right))).isEqualTo("TOO_MANY_REQUESTS");
        } finally {
            RunningVahid.get().bean(JdbcTemplate.class).update("delete from hot_line_attempt");
        }
        assertThat(check(right).statusCode()).isEqualTo(201);
    }

    private static int attempts() {
        return RunningVahid.get()
                .bean(JdbcTemplate.class)
                .queryForObject("select count(*) from hot_line_attempt", Integer.class);
    }

    @Test
    void a_caller_whose_missing_answer_has_come_is_called_back() {
        String fin = fin(4408);
        String call = Person.json(check(right(fin))).path("call").asText();
        String dossier;
        try (FaultSwitch faults = RunningVahid.get().faults()) {
            faults.set("traffic-police", Fault.HTTP_500);
            dossier = Gateway.id(HOT_LINE.lookUp(fin, "ccu-car", call, "VERDICTS"));
        }
        HttpResponse<byte[]> followed = HOT_LINE.post("/v1/dossiers/" + dossier + "/follow", "{\"withinMinutes\":5}");
        OpenApi.check("/v1/dossiers/{id}/follow", "post", followed);
        assertThat(followed.statusCode()).as(new String(followed.body())).isEqualTo(202);
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> new String(HOT_LINE.get("/v1/hot-line/call-backs").body()).contains(call));
        JsonNode callBack = Person.json(HOT_LINE.get("/v1/hot-line/call-backs"))
                .path("callBacks")
                .get(0);
        JsonNode completed = Person.json(
                HOT_LINE.get("/v1/dossiers/" + callBack.path("dossierId").asText()));
        assertThat(completed.path("view").asText())
                .as("what completes verdicts is verdicts")
                .isEqualTo("VERDICTS");
        assertThat(completed.path("completes").asText()).isEqualTo(dossier);
        assertThat(Person.code(CLERK.get("/v1/dossiers/" + dossier + "/follow")))
                .isEqualTo("FOLLOW_UP_UNKNOWN");
        assertThat(callBack.has("calledAt")).isFalse();
        String called = "/v1/hot-line/call-backs/" + callBack.path("dossierId").asText() + "/called";
        HttpResponse<byte[]> first = HOT_LINE.post(called, "");
        OpenApi.check("/v1/hot-line/call-backs/{id}/called", "post", first);
        assertThat(Person.json(first).has("calledAt")).isTrue();
        assertThat(HOT_LINE.post(called, "").body()).isEqualTo(first.body());
        assertThat(new String(HOT_LINE.get("/v1/hot-line/call-backs").body())).contains("calledAt");
        assertThat(Person.code(
                        HOT_LINE.post(called.replace(callBack.path("dossierId").asText(), dossier), "")))
                .as("not in the list")
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void call_backs_are_lists() {
        HttpResponse<byte[]> answer = HOT_LINE.get("/v1/hot-line/call-backs");
        OpenApi.check("/v1/hot-line/call-backs", "get", answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Person.code(CLERK.post(CALLS, right(fin(4407)).toString()))).isEqualTo("NOT_GRANTED");
    }
}

package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What auditors see beside hits, at the running gateway. */
class AuditorFacesTest {
    private static final Person AUDITOR = new Person("z.rzayeva");
    private static final Person OTHER_AUDITOR = new Person("n.hasanli");
    private static final Person ONLOOKER = new Person("t.babayev");
    private static final Person CLERK = new Person("a.mammadova");

    private static JsonNode ok(String path, String method, HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
        OpenApi.check(path, method, answer);
        return Person.json(answer);
    }

    private static String lookUp(String caseRef) {
        HttpResponse<byte[]> answer =
                CLERK.lookUp(RunningVahid.get().population().fin(4_119), "ccu-car", caseRef, null);
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
        return Person.json(answer).path("dossierId").asText();
    }

    private static ObjectNode question(String official) {
        LocalDate today = LocalDate.now(Baku.CLOCK);
        return Gateway.JSON
                .createObjectNode()
                .put("requester", "centre-1-desk")
                .put("official", official)
                // A lookup just before may be of the day before.
                .put("from", today.minusDays(1).toString())
                .put("to", today.toString())
                .put("reason", "Why " + UUID.randomUUID());
    }

    private static long acts(String act, String report) {
        return RunningVahid.get()
                .bean(JdbcTemplate.class)
                .queryForObject(
                        "select count(*) from audit where entry ->> 'act' = ? and entry ->> 'report' = ?",
                        Long.class,
                        act,
                        report);
    }

    @Test
    @Tag("attack")
    void a_named_report_is_asked_for_by_one_released_by_another_and_each_reading_is_in_the_chain() {
        String dossier = lookUp("AUDITED/1");
        String id = ok(
                        "/v1/audit/reports",
                        "post",
                        AUDITOR.post(
                                "/v1/audit/reports", question("a.mammadova").toString()))
                .path("id")
                .asText();
        String path = "/v1/audit/reports/" + id;
        assertThat(Person.code(AUDITOR.get(path + "/entries")))
                .as("before it is released")
                .isEqualTo("NOT_FOUND");
        assertThat(Person.code(AUDITOR.post(path + "/release", "{}")))
                .as("by who asked")
                .isEqualTo("OWN_MATTER");
        assertThat(Person.code(ONLOOKER.post(path + "/release", "{}")))
                .as("by who only looks")
                .isEqualTo("NOT_GRANTED");
        JsonNode released = ok("/v1/audit/reports/{id}/release", "post", OTHER_AUDITOR.post(path + "/release", "{}"));
        assertThat(released.path("state").asText()).isEqualTo("RELEASED");
        assertThat(released.path("decidedBy").asText()).isEqualTo("n.hasanli");
        assertThat(Person.code(OTHER_AUDITOR.post(path + "/refusal", "{\"note\":\"Too late\"}")))
                .isEqualTo("REPORT_SETTLED");
        JsonNode report = ok("/v1/audit/reports/{id}/entries", "get", AUDITOR.get(path + "/entries"));
        assertThat(report.path("entries")).anySatisfy(entry -> {
            assertThat(entry.path("id").asText()).isEqualTo(dossier);
            assertThat(entry.path("caseRef").asText()).isEqualTo("AUDITED/1");
        });
        assertThat(report.toString())
                .doesNotContain(RunningVahid.get().population().fin(4_119));
        assertThat(acts("report-read", id)).isEqualTo(1);
        ok("/v1/audit/reports/{id}", "get", ONLOOKER.get(path));
        assertThat(acts("report-viewed", id)).isEqualTo(1);
        assertThat(ok("/v1/audit/reports", "get", ONLOOKER.get("/v1/audit/reports"))
                        .path("reports"))
                .anyMatch(one -> one.path("id").asText().equals(id));
    }

    private static ObjectNode whoLookedAt(String fin) {
        LocalDate today = LocalDate.now(Baku.CLOCK);
        return Gateway.JSON
                .createObjectNode()
                .put("fin", fin)
                .put("from", today.minusDays(365).toString())
                .put("to", today.toString())
                .put("reason", "Why " + UUID.randomUUID());
    }

    private static JsonNode audits(int citizen) {
        return Portal.of(citizen).lookups("").path("audits");
    }

    @Test
    @Tag("attack")
    void who_looked_at_a_citizen_is_read_by_two_auditors_and_told_to_the_citizen() {
        String fin = RunningVahid.get().population().fin(4_119);
        String dossier = lookUp("AUDITED/4");
        String id = ok(
                        "/v1/audit/reports",
                        "post",
                        AUDITOR.post("/v1/audit/reports", whoLookedAt(fin).toString()))
                .path("id")
                .asText();
        String path = "/v1/audit/reports/" + id;
        assertThat(Person.code(AUDITOR.get(path + "/entries")))
                .as("before it is released")
                .isEqualTo("NOT_FOUND");
        assertThat(Person.code(AUDITOR.post(path + "/release", "{}")))
                .as("by who asked")
                .isEqualTo("OWN_MATTER");
        ok("/v1/audit/reports/{id}/release", "post", OTHER_AUDITOR.post(path + "/release", "{}"));
        int before = audits(4_119).size();
        HttpResponse<byte[]> answer = AUDITOR.get(path + "/entries");
        JsonNode report = ok("/v1/audit/reports/{id}/entries", "get", answer);
        assertThat(report.path("entries")).anySatisfy(entry -> {
            assertThat(entry.path("id").asText()).isEqualTo(dossier);
            assertThat(entry.path("official").asText()).isEqualTo("a.mammadova");
            assertThat(entry.path("requester").asText()).isEqualTo("centre-1-desk");
            assertThat(entry.has("person")).isFalse();
        });
        assertThat(new String(answer.body())).doesNotContain(fin);
        JsonNode told = audits(4_119);
        assertThat(told).hasSize(before + 1);
        assertThat(told.path(0).path("official").asText()).isEqualTo("z.rzayeva");
        assertThat(told.toString()).as("why is not told").doesNotContain("Why ");
        assertThat(Portal.of(4_119).lookups("?before=" + dossier).has("audits"))
                .as("once, not on each page")
                .isFalse();
        assertThat(audits(4_120)).as("of somebody else").isEmpty();
        assertThat(RunningVahid.get()
                        .bean(JdbcTemplate.class)
                        .queryForObject(
                                "select count(*) from named_report where named_report::text like '%' || ? || '%'",
                                Long.class, fin))
                .as("the FIN is not kept")
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "fin, 5KM2X7, fin",
        "fin, 5KM2XO7, fin",
        "official, a.mammadova, fin",
        "requester, centre-1-desk, fin",
        "from, 2020-01-01, to",
        "to, 2999-01-01, to"
    })
    void a_question_for_who_looked_that_cannot_be_is_refused(String field, String value, String named) {
        HttpResponse<byte[]> refused = AUDITOR.post(
                "/v1/audit/reports",
                whoLookedAt(RunningVahid.get().population().fin(4_119))
                        .put(field, value)
                        .toString());
        assertThat(Person.code(refused)).isEqualTo("FIELD_INVALID");
        assertThat(Person.json(refused).path("field").asText()).isEqualTo(named);
    }

    @Test
    void whoever_is_reported_on_sees_nothing_of_it() {
        String id = ok(
                        "/v1/audit/reports",
                        "post",
                        AUDITOR.post(
                                "/v1/audit/reports",
                                question("n.hasanli")
                                        .put("requester", "audit-office")
                                        .toString()))
                .path("id")
                .asText();
        assertThat(Person.code(OTHER_AUDITOR.get("/v1/audit/reports/" + id))).isEqualTo("NOT_FOUND");
        assertThat(Person.code(OTHER_AUDITOR.post("/v1/audit/reports/" + id + "/release", "{}")))
                .isEqualTo("NOT_FOUND");
        assertThat(OTHER_AUDITOR.get("/v1/audit/reports").body()).asString().doesNotContain(id);
        assertThat(Person.code(
                        AUDITOR.post("/v1/audit/reports", question("z.rzayeva").toString())))
                .isEqualTo("OWN_MATTER");
    }

    @Test
    void an_official_is_shown_beside_the_office_by_the_hit_alone() {
        lookUp("AUDITED/2");
        UUID hit = UUID.fromString(Given.make("a hit"));
        JdbcTemplate jdbc = RunningVahid.get().bean(JdbcTemplate.class);
        jdbc.update("update misuse_hit set requester = 'centre-1-desk', official = 'a.mammadova' where id = ?", hit);
        JsonNode activity =
                ok("/v1/audit/hits/{id}/activity", "get", ONLOOKER.get("/v1/audit/hits/" + hit + "/activity"));
        assertThat(activity.path("counted").asBoolean()).isTrue();
        assertThat(activity.at("/days/28/lookups").asInt()
                        + activity.at("/days/29/lookups").asInt())
                .as("it may be midnight since")
                .isPositive();
        assertThat(activity.has("median")).as("of so few colleagues").isFalse();
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit where entry ->> 'act' = 'ACTIVITY' and entry ->> 'hit' = ? and entry ->> 'official' = 't.babayev'",
                        Long.class,
                        hit.toString()))
                .isEqualTo(1);
    }

    @Test
    void verdicts_of_a_dossier_tell_nothing_of_whom_it_is_about() {
        String id = lookUp("AUDITED/3");
        HttpResponse<byte[]> answer = AUDITOR.get("/v1/audit/dossiers/" + id + "/verdicts");
        JsonNode verdicts = ok("/v1/audit/dossiers/{id}/verdicts", "get", answer);
        assertThat(verdicts.path("documents")).isNotEmpty();
        assertThat(new String(answer.body()))
                .doesNotContain(RunningVahid.get().population().fin(4_119), "\"facts\"", "\"field\"");
        assertThat(Person.code(AUDITOR.get("/v1/audit/dossiers/" + UUID.randomUUID() + "/verdicts")))
                .isEqualTo("NOT_FOUND");
        assertThat(Person.code(CLERK.get("/v1/audit/dossiers/" + id + "/verdicts")))
                .isEqualTo("NOT_GRANTED");
    }

    @Test
    void nobody_closes_a_hit_about_himself() {
        UUID hit = UUID.fromString(Given.make("a hit of an auditor"));
        RunningVahid.get()
                .bean(JdbcTemplate.class)
                .update("update misuse_hit set official = 'z.rzayeva' where id = ?", hit);
        assertThat(Person.code(AUDITOR.post(
                        "/v1/audit/hits/" + hit + "/closure", "{\"reason\":\"JUSTIFIED\",\"note\":\"No\"}")))
                .isEqualTo("OWN_MATTER");
        assertThat(Person.code(AUDITOR.post("/v1/audit/hits/" + hit + "/assignment", "{\"assignee\":\"z.rzayeva\"}")))
                .isEqualTo("OWN_MATTER");
    }

    @Test
    void a_hit_that_is_closed_is_not_closed_again_and_the_chain_says_it_once() {
        String hit = Given.make("a hit");
        String path = "/v1/audit/hits/" + hit + "/closure";
        ok(
                "/v1/audit/hits/{id}/closure",
                "post",
                AUDITOR.post(path, "{\"reason\":\"JUSTIFIED\",\"note\":\"A queue\"}"));
        assertThat(Person.code(OTHER_AUDITOR.post(path, "{\"reason\":\"MISUSE\",\"note\":\"No\"}")))
                .isEqualTo("NOT_FOUND");
        assertThat(Person.code(
                        OTHER_AUDITOR.post("/v1/audit/hits/" + hit + "/assignment", "{\"assignee\":\"z.rzayeva\"}")))
                .isEqualTo("NOT_FOUND");
        assertThat(RunningVahid.get()
                        .bean(JdbcTemplate.class)
                        .queryForList(
                                "select entry ->> 'act' from audit where entry ->> 'kind' = 'ACT' and entry ->> 'hit' = ?",
                                String.class,
                                hit))
                .containsExactlyInAnyOrder("CLOSE", "CLOSE_TOO_LATE", "ASSIGN_TOO_LATE");
    }

    @Test
    void a_system_that_audits_names_its_auditor_in_the_header() {
        Map<String, String> headers = Map.of(
                "Authorization",
                "Bearer demo-audit-office",
                "Vahid-Official",
                "s.auditor",
                "Content-Type",
                "application/json");
        ok(
                "/v1/audit/reports",
                "post",
                Gateway.send(
                        "POST", "/v1/audit/reports", question("a.mammadova").toString(), headers));
        assertThat(Person.code(Gateway.send(
                        "POST", "/v1/audit/reports", question("s.auditor").toString(), headers)))
                .isEqualTo("OWN_MATTER");
    }
}

package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What operators see of files, work, subscriptions, certificates and members. */
class OperatorsListsTest {
    private static final String BASE = "/v1/operations/";
    private final JdbcTemplate jdbc = RunningVahid.get().bean(JdbcTemplate.class);

    private static JsonNode list(String list, String query) {
        HttpResponse<byte[]> answer = Operators.get(BASE + list + query, Operators.LOOKS);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(200);
        OpenApi.check(BASE + list, "get", answer);
        return Operators.json(answer);
    }

    @Test
    void files_that_were_loaded_are_there_with_their_rows() {
        JsonNode drops = list("drops", "?agency=defence&state=LOADED").path("drops");
        assertThat(drops).isNotEmpty();
        assertThat(drops.get(0).path("rows").asLong()).isPositive();
    }

    @Test
    void files_go_on_where_the_page_before_ended() {
        String agency = "paged-" + UUID.randomUUID().toString().substring(0, 8);
        jdbc.update(
                "insert into drop_file (agency, name, digest, version, as_of, state, reason) select ?, 'f' || n, 'sha-256:' || repeat('0', 64), n, now(), 'QUARANTINED', 'test'"
                        + " from generate_series(1, 130) n",
                agency);
        JsonNode first = list("drops", "?agency=" + agency);
        assertThat(first.path("drops")).hasSize(100);
        assertThat(first.at("/drops/0/name").asText()).isEqualTo("f130");
        JsonNode second = list(
                "drops", "?agency=" + agency + "&before=" + first.path("before").asText());
        assertThat(second.path("drops")).hasSize(30);
        assertThat(second.has("before")).isFalse();
        jdbc.update("delete from drop_file where agency = ?", agency);
    }

    @Test
    void work_that_failed_comes_first() {
        UUID waiting = az.dost.vahid.proof.record.body.RecordId.next();
        UUID failed = az.dost.vahid.proof.record.body.RecordId.next();
        String insert =
                "insert into follow_up (dossier, latest, requester, channel, until, next_at, state) values (?, ?, 'dost-centre-1', 'none', now(), now() + interval '1 day', ?)";
        jdbc.update(insert, waiting, waiting, "WAITING");
        jdbc.update(insert, failed, failed, "FAILED");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> list("work", "?kind=FOLLOW_UP").path("total").asInt() >= 2);
        JsonNode work = list("work", "?kind=FOLLOW_UP");
        assertThat(work.at("/work/0/state").asText()).isEqualTo("FAILED");
        assertThat(work.path("work").findValuesAsText("id")).contains(waiting.toString(), failed.toString());
        jdbc.update("delete from follow_up where dossier in (?, ?)", waiting, failed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BULK", "FOLLOW_UP", "TRANSFER"})
    void each_kind_of_work_can_be_seen(String kind) {
        list("work", "?kind=" + kind);
    }

    @Test
    void subscriptions_say_what_waits() {
        assertThat(list("subscriptions", "").path("subscriptions"))
                .allSatisfy(one -> assertThat(one.has("waiting")).isTrue());
    }

    @Test
    void certificates_of_agencies_and_of_the_gateway_are_there_by_their_days() {
        JsonNode certificates = list("certificates", "").path("certificates");
        assertThat(certificates.findValuesAsText("owner"))
                .anyMatch(owner -> owner.startsWith("agency:"))
                .anyMatch(owner -> owner.startsWith("gateway:"));
        assertThat(certificates.findValuesAsText("until")).isSorted();
    }

    @Test
    void members_are_those_that_requesters_speak_for() {
        assertThat(list("members", "").path("members").findValuesAsText("id")).contains("AZ/GOV/dost/centre-1");
    }

    @ParameterizedTest
    @CsvSource({
        "drops?state=GONE, FIELD_INVALID, state",
        "drops?before=x, FIELD_INVALID, before",
        "work, FIELD_MISSING, kind",
        "work?kind=ALL, FIELD_INVALID, kind"
    })
    void what_is_no_filter_is_named(String question, String code, String field) {
        JsonNode problem = Operators.json(Operators.get(BASE + question, Operators.LOOKS));
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drops", "work?kind=BULK", "subscriptions", "certificates", "members", "rollouts"})
    void nobody_sees_them_without_the_grant(String list) {
        assertThat(Operators.get(BASE + list, Gateway.BEARER).statusCode()).isEqualTo(403);
        assertThat(Gateway.send("GET", BASE + list, null, java.util.Map.of("Authorization", Operators.ACTS))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void dead_letters_are_at_the_port_for_operators_too() {
        HttpResponse<byte[]> answer = Operators.get("/v1/dead-letters", Operators.ACTS);
        assertThat(answer.statusCode()).isEqualTo(200);
        OpenApi.check("/v1/dead-letters", "get", answer);
    }
}

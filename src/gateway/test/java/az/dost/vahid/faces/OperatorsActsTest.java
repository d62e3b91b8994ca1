package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.sources.rollout.Rollouts;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What operators change: rollouts with a proposal and its confirmation, and dead letters in batches. */
class OperatorsActsTest {
    private static final String PROPOSALS = "/v1/operations/rollouts/proposals";
    private static final String CONFIRMATION = PROPOSALS + "/{id}/confirmation";
    private static final String BATCHES = "/v1/operations/dead-letters/batches";
    private final RunningVahid gateway = RunningVahid.get();
    private final JdbcTemplate jdbc = gateway.bean(JdbcTemplate.class);

    private static HttpResponse<byte[]> propose(String body, String key, String bearer) {
        HttpResponse<byte[]> answer = Operators.post(
                PROPOSALS, body.replace('\'', '"'), bearer, "Idempotency-Key", key, "Vahid-Official", "o.operator");
        OpenApi.check(PROPOSALS, "post", answer);
        return answer;
    }

    private static HttpResponse<byte[]> confirm(String id) {
        HttpResponse<byte[]> answer = Operators.post(
                PROPOSALS + "/" + id + "/confirmation", null, Operators.ACTS, "Vahid-Official", "o.operator");
        OpenApi.check(CONFIRMATION, "post", answer);
        return answer;
    }

    private static String made(String body) {
        HttpResponse<byte[]> answer = propose(body, UUID.randomUUID().toString(), Operators.ACTS);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(201);
        return Operators.json(answer).path("id").asText();
    }

    private static JsonNode rollouts() {
        HttpResponse<byte[]> answer = Operators.get("/v1/operations/rollouts", Operators.LOOKS);
        OpenApi.check("/v1/operations/rollouts", "get", answer);
        return Operators.json(answer);
    }

    private static String use(String agency) {
        for (JsonNode each : rollouts().path("rollouts")) {
            if (each.path("agency").asText().equals(agency)) {
                return each.path("use").asText();
            }
        }
        throw new AssertionError(agency);
    }

    /** No other test meets an agency that is switched off. */
    @AfterEach
    void usual() {
        jdbc.update("delete from rollout_proposal");
        // What was read stays for a while where no bell tells of a change.
        jdbc.queryForList("select pg_notify('vahid_work', 'rollouts')::text");
        Awaitility.await("rollouts").until(() -> {
            gateway.bean(Rollouts.class).refresh();
            return gateway.bean(Rollouts.class).inForce().isEmpty();
        });
    }

    private int acts(String act, String id) {
        return jdbc.queryForObject(
                "select count(*) from audit where entry ->> 'act' = ? and entry ->> 'proposal' = ? and entry ->> 'official' = 'o.operator'",
                Integer.class,
                act,
                id);
    }

    @Test
    void a_proposal_changes_nothing_and_its_confirmation_does() {
        HttpResponse<byte[]> proposal =
                propose("{'agency':'agriculture','use':'none','because':'test'}", "acts-1", Operators.ACTS);
        String id = Operators.json(proposal).path("id").asText();
        assertThat(Operators.json(proposal).at("/before/use").asText()).isEqualTo("all");
        assertThat(Operators.json(proposal).at("/after/use").asText()).isEqualTo("none");
        assertThat(gateway.bean(Rollouts.class).inForce()).doesNotContainKey("agriculture");
        JsonNode change = Operators.json(confirm(id));
        assertThat(change.path("operator").asText()).isEqualTo("o.operator");
        assertThat(gateway.bean(Rollouts.class).inForce()).containsKey("agriculture");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> use("agriculture").equals("none"));
        assertThat(acts("rollout-proposed", id)).isOne();
        assertThat(acts("rollout-changed", id)).isOne();
    }

    @Test
    void a_change_is_undone_by_proposing_its_undo() {
        JsonNode change = Operators.json(confirm(made("{'agency':'agriculture','use':'shadow','because':'test'}")));
        ((com.fasterxml.jackson.databind.node.ObjectNode) change.path("undo")).put("because", "it was a test");
        assertThat(confirm(made(change.path("undo").toString())).statusCode()).isEqualTo(200);
        assertThat(gateway.bean(Rollouts.class).inForce()).doesNotContainKey("agriculture");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> rollouts().path("changes").size() == 2);
    }

    @Test
    void a_confirmation_sent_again_is_the_first_one() {
        String id = made("{'agency':'agriculture','use':'shadow','because':'test'}");
        assertThat(Operators.json(confirm(id))).isEqualTo(Operators.json(confirm(id)));
        assertThat(acts("rollout-changed", id)).isOne();
    }

    @Test
    void of_two_proposals_against_the_same_rollout_one_is_confirmed() {
        String first = made("{'agency':'agriculture','use':'shadow','because':'test'}");
        String second = made("{'agency':'notary','use':'none','because':'test'}");
        assertThat(confirm(first).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> refused = confirm(second);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Operators.json(refused).path("code").asText()).isEqualTo("ROLLOUT_CHANGED");
        assertThat(gateway.bean(Rollouts.class).inForce()).doesNotContainKey("notary");
    }

    @Test
    void a_proposal_sent_again_is_the_first_one_and_another_under_its_key_is_refused() {
        String body = "{'agency':'agriculture','use':'share','share':0.5,'because':'test'}";
        JsonNode first = Operators.json(propose(body, "acts-2", Operators.ACTS));
        assertThat(Operators.json(propose(body, "acts-2", Operators.ACTS)).path("id"))
                .isEqualTo(first.path("id"));
        assertThat(Operators.json(
                                propose("{'agency':'notary','use':'none','because':'test'}", "acts-2", Operators.ACTS))
                        .path("code")
                        .asText())
                .isEqualTo("IDEMPOTENCY_KEY_USED");
    }

    @Test
    void a_confirmed_change_that_somebody_edited_in_the_database_does_not_count() {
        confirm(made("{'agency':'agriculture','use':'shadow','because':'test'}"));
        jdbc.update("update rollout_proposal set wanted = replace(wanted, 'shadow', 'none')");
        gateway.bean(Rollouts.class).refresh();
        assertThat(gateway.bean(Rollouts.class).inForce()).doesNotContainKey("agriculture");
    }

    @Test
    void a_proposal_that_somebody_confirmed_in_the_database_does_not_count() {
        String id = made("{'agency':'agriculture','use':'none','because':'test'}");
        jdbc.update(
                "update rollout_proposal set number = 1000000, confirmed_at = now(), confirmed_by = 'nobody', confirmed_mac = mac where id = ?",
                UUID.fromString(id));
        confirm(made("{'agency':'notary','use':'shadow','because':'test'}"));
        Awaitility.await("what is read anew").until(() -> {
            gateway.bean(Rollouts.class).refresh();
            return gateway.bean(Rollouts.class).inForce().containsKey("notary");
        });
        assertThat(gateway.bean(Rollouts.class).inForce()).doesNotContainKey("agriculture");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'use':'none','because':'x'}                                      | FIELD_MISSING | agency",
                "{'agency':'notary','because':'x'}                                 | FIELD_MISSING | use",
                "{'agency':'notary','use':'off','because':'x'}                     | FIELD_INVALID | use",
                "{'agency':'notary','use':'none'}                                  | FIELD_MISSING | because",
                "{'agency':'notary','use':'share','because':'x'}                   | FIELD_MISSING | share",
                "{'agency':'notary','use':'none','share':0.5,'because':'x'}        | FIELD_INVALID | share",
                "{'agency':'notary','use':'share','share':1,'because':'x'}         | FIELD_INVALID | share",
                "{'agency':'notary','use':'all','perSecond':0,'because':'x'}       | FIELD_INVALID | perSecond",
                "{'agency':'no-agency','use':'none','because':'x'}                 | NOT_FOUND     | agency",
                "{'agency':'notary','use':'none','because':'x','force':true}       | FIELD_UNKNOWN | force"
            })
    void a_proposal_that_is_none_is_told_what_is_wrong_with_it(String body, String code, String field) {
        JsonNode problem = Operators.json(propose(body, UUID.randomUUID().toString(), Operators.ACTS));
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("field").asText()).isEqualTo(field);
    }

    @Test
    void who_may_only_look_changes_nothing() {
        assertThat(propose(
                                "{'agency':'notary','use':'none','because':'x'}",
                                UUID.randomUUID().toString(),
                                Operators.LOOKS)
                        .statusCode())
                .isEqualTo(403);
        assertThat(Operators.post(
                                BATCHES,
                                "{\"act\":\"DROP\",\"because\":\"x\"}",
                                Operators.LOOKS,
                                "Idempotency-Key",
                                "x")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Operators.post(PROPOSALS + "/" + UUID.randomUUID() + "/confirmation", null, Operators.LOOKS)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_act_needs_a_key() {
        for (String path : List.of(PROPOSALS, BATCHES)) {
            JsonNode problem =
                    Operators.json(Operators.post(path, "{}", Operators.ACTS, "Vahid-Official", "o.operator"));
            assertThat(problem.path("field").asText()).isEqualTo("Idempotency-Key");
        }
    }

    @Test
    void dead_letters_are_settled_in_a_batch_whose_progress_can_be_seen() {
        jdbc.update(
                "insert into dead_letter (id, subscription, reason, detail, attempts) select gen_random_uuid(), 'acts-batch', 'EXHAUSTED', 'test', 1 from generate_series(1, 3)");
        HttpResponse<byte[]> begun = Operators.post(
                BATCHES,
                "{\"act\":\"DROP\",\"subscription\":\"acts-batch\",\"because\":\"test\"}",
                Operators.ACTS,
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "Vahid-Official",
                "o.operator");
        OpenApi.check(BATCHES, "post", begun);
        assertThat(begun.statusCode()).isEqualTo(202);
        String location = begun.headers().firstValue("Location").orElseThrow();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            HttpResponse<byte[]> batch = Operators.get(location, Operators.ACTS);
            OpenApi.check(BATCHES + "/{id}", "get", batch);
            return Operators.json(batch).path("state").asText().equals("COMPLETED")
                    && Operators.json(batch).path("done").asInt() == 3;
        });
    }

    @Test
    void a_batch_that_there_is_not_is_not_found() {
        HttpResponse<byte[]> answer = Operators.get(BATCHES + "/" + UUID.randomUUID(), Operators.ACTS);
        assertThat(answer.statusCode()).isEqualTo(404);
        OpenApi.check(BATCHES + "/{id}", "get", answer);
    }
}

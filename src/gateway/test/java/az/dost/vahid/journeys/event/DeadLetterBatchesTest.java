package az.dost.vahid.journeys.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.edge.access.Operator;
import az.dost.vahid.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many dead letters settled by one order. */
class DeadLetterBatchesTest {
    private static final Operator BY = new Operator("operator", "o.operator");
    private final RunningEvents gateway = RunningEvents.get();
    private final DeadLetterBatches batches = gateway.context.getBean(DeadLetterBatches.class);
    private final JdbcTemplate jdbc = gateway.database();

    private void letters(String subscription, String reason, int many) {
        for (int i = 0; i < many; i++) {
            jdbc.update(
                    "insert into dead_letter (id, subscription, reason, detail, attempts) values (?, ?, ?, 'test', 1)",
                    UUID.randomUUID(),
                    subscription,
                    reason);
        }
    }

    private static BatchOrder order(String json) {
        return BatchOrder.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), BY);
    }

    private DeadLetterBatches.Batch ended(DeadLetterBatches.Batch batch) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> batches.find(batch.id()).orElseThrow().endedAt() != null);
        return batches.find(batch.id()).orElseThrow();
    }

    private int in(String subscription, String state) {
        return jdbc.queryForObject(
                "select count(*) from dead_letter where subscription = ? and state = ?",
                Integer.class,
                subscription,
                state);
    }

    @Test
    void all_that_fit_are_dropped_and_no_others() {
        letters("batch-a", "EXHAUSTED", 3);
        letters("batch-a", "POISON", 2);
        letters("batch-b", "EXHAUSTED", 1);
        DeadLetterBatches.Batch batch = batches.begin(
                order("{'act':'DROP','subscription':'batch-a','reason':'EXHAUSTED','because':'test'}"), "drop-1");
        assertThat(batch.letters()).isEqualTo(3);
        assertThat(ended(batch).done()).isEqualTo(3);
        assertThat(ended(batch).failed()).isZero();
        assertThat(in("batch-a", "DROPPED")).isEqualTo(3);
        assertThat(in("batch-a", "OPEN")).isEqualTo(2);
        assertThat(in("batch-b", "OPEN")).isEqualTo(1);
    }

    @Test
    void each_letter_is_an_act_of_the_operator_in_the_chain() {
        letters("batch-c", "EXPIRED", 2);
        DeadLetterBatches.Batch batch =
                ended(batches.begin(order("{'act':'DROP','subscription':'batch-c','because':'test'}"), "drop-2"));
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit where entry ->> 'act' = 'dead-letter-dropped' and entry ->> 'batch' = ? and entry ->> 'official' = 'o.operator'",
                        Integer.class,
                        batch.id().toString()))
                .isEqualTo(2);
        assertThat(jdbc.queryForObject(
                        "select entry ->> 'because' from audit where entry ->> 'act' = 'dead-letter-batch-begun' and entry ->> 'batch' = ?",
                        String.class,
                        batch.id().toString()))
                .isEqualTo("test");
    }

    @Test
    void what_cannot_be_replayed_stays_and_is_counted() {
        letters("batch-d", "EXHAUSTED", 2);
        DeadLetterBatches.Batch batch = ended(batches.begin(
                order("{'act':'REPLAY','version':'newest','subscription':'batch-d','because':'test'}"), "replay-1"));
        assertThat(batch.done()).isZero();
        assertThat(batch.failed()).isEqualTo(2);
        assertThat(in("batch-d", "OPEN")).isEqualTo(2);
    }

    @Test
    void an_order_sent_again_is_the_first_one() {
        letters("batch-e", "EXHAUSTED", 1);
        BatchOrder order = order("{'act':'DROP','subscription':'batch-e','because':'test'}");
        DeadLetterBatches.Batch first = ended(batches.begin(order, "drop-3"));
        letters("batch-e", "EXHAUSTED", 1);
        assertThat(batches.begin(order, "drop-3").id()).isEqualTo(first.id());
        assertThat(in("batch-e", "OPEN")).isEqualTo(1);
    }

    @Test
    void another_order_under_the_same_key_is_refused() {
        batches.begin(order("{'act':'DROP','subscription':'batch-f','because':'test'}"), "drop-4");
        assertThatThrownBy(() ->
                        batches.begin(order("{'act':'DROP','subscription':'batch-g','because':'test'}"), "drop-4"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.code().name()).isEqualTo("IDEMPOTENCY_KEY_USED"));
    }

    @Test
    void an_order_that_somebody_edited_in_the_database_settles_nothing() {
        letters("batch-h", "EXHAUSTED", 1);
        UUID id = az.dost.vahid.proof.record.body.RecordId.next();
        jdbc.update(
                "insert into dead_letter_batch (id, requester, idempotency_key, act, version, subscription, laid_aside_before, because, mac, letters)"
                        + " values (?, 'operator', ?, 'DROP', 'newest', 'batch-h', now(), 'test', ?, 1)",
                id,
                id.toString(),
                new byte[32]);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> batches.find(id).orElseThrow().endedAt() != null);
        assertThat(in("batch-h", "OPEN")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'because':'x'}                                            | FIELD_MISSING | act",
                "{'act':'SEND','because':'x'}                               | FIELD_INVALID | act",
                "{'act':'DROP'}                                             | FIELD_MISSING | because",
                "{'act':'DROP','because':''}                                | FIELD_INVALID | because",
                "{'act':'DROP','version':'first','because':'x'}             | FIELD_INVALID | version",
                "{'act':'DROP','reason':'OLD','because':'x'}                | FIELD_INVALID | reason",
                "{'act':'DROP','laidAsideBefore':'2026-13-01T00:00:00Z','because':'x'} | FIELD_INVALID | laidAsideBefore",
                "{'act':'DROP','all':true,'because':'x'}                    | FIELD_UNKNOWN | all"
            })
    void an_order_that_is_none_is_told_what_is_wrong_with_it(String json, String code, String field) {
        assertThatThrownBy(() -> order(json)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.code().name()).isEqualTo(code);
            assertThat(refused.field()).isEqualTo(field);
        });
    }
}

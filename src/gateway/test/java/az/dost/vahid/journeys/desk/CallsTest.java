package az.dost.vahid.journeys.desk;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.proof.record.TestRecord;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.proof.trust.UnsealedUntil;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How long a call stands and for whom, and how often somebody may guess. */
@Tag("attack")
@Timeout(60)
class CallsTest {
    private static final String PERSON = "a1".repeat(32);
    private static final String OTHER = "b2".repeat(32);
    private final HikariDataSource database = RecordDatabase.create();
    private TestRecord gateway;
    private Calls calls;

    @BeforeEach
    void open(@TempDir Path keys) {
        gateway = new TestRecord(database, keys);
        calls = new Calls(
                gateway.jdbc,
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                new RowTrust(gateway.seals, gateway.changed, UnsealedUntil.NEVER));
    }

    @AfterEach
    void close() throws InterruptedException {
        gateway.close();
        database.close();
    }

    @Test
    void a_call_stands_for_its_official_and_caller_and_nobody_else() {
        UUID call = UUID.randomUUID();
        calls.begin(call, "hot-line", "l.huseynova", PERSON);
        assertThat(calls.stands(call, "hot-line", "l.huseynova", PERSON)).isTrue();
        assertThat(calls.stands(call, "hot-line", "l.huseynova", OTHER)).isFalse();
        assertThat(calls.stands(call, "hot-line", "other", PERSON)).isFalse();
        assertThat(calls.stands(call, "other", "l.huseynova", PERSON)).isFalse();
        assertThat(calls.stands(UUID.randomUUID(), "hot-line", "l.huseynova", PERSON))
                .isFalse();
    }

    @Test
    void a_call_is_over_after_its_time() {
        UUID call = UUID.randomUUID();
        calls.begin(call, "hot-line", "l.huseynova", PERSON);
        assertThat(gateway.jdbc.queryForObject(
                        "select until between now() + interval '14 minutes' and now() + interval '15 minutes' from hot_line_call",
                        Boolean.class))
                .isTrue();
        gateway.jdbc.update("update hot_line_call set until = now() - interval '1 second'");
        assertThat(calls.stands(call, "hot-line", "l.huseynova", PERSON)).isFalse();
    }

    @Test
    void a_call_that_somebody_changed_or_made_up_does_not_stand() {
        UUID call = UUID.randomUUID();
        calls.begin(call, "hot-line", "l.huseynova", PERSON);
        gateway.jdbc.update("update hot_line_call set until = until + interval '1 day'");
        assertThat(calls.stands(call, "hot-line", "l.huseynova", PERSON)).isFalse();
        gateway.jdbc.update("update hot_line_call set until = until - interval '1 day', official = 'o'");
        assertThat(calls.stands(call, "hot-line", "o", PERSON)).isFalse();
    }

    @Test
    void three_failures_close_the_line_for_an_hour_for_that_person() {
        for (int i = 1; i <= 3; i++) {
            assertThat(calls.fail(calls.attempt(PERSON).orElseThrow(), PERSON)).isEqualTo(i == 3);
        }
        assertThat(calls.attempt(PERSON)).isEmpty();
        assertThat(calls.attempt(OTHER)).isPresent();
        gateway.jdbc.update("update hot_line_attempt set at = at - interval '61 minutes'");
        assertThat(calls.attempt(PERSON)).isPresent();
    }

    @Test
    void six_failures_of_a_day_close_the_line_for_that_day() {
        for (int i = 1; i <= 6; i++) {
            assertThat(calls.fail(calls.attempt(PERSON).orElseThrow(), PERSON)).isEqualTo(i == 6);
            gateway.jdbc.update("update hot_line_attempt set at = at - interval '61 minutes'");
        }
        assertThat(calls.attempt(PERSON)).isEmpty();
        gateway.jdbc.update("update hot_line_attempt set at = at - interval '18 hours'");
        assertThat(calls.attempt(PERSON)).isPresent();
    }

    @Test
    void an_official_of_whom_twenty_checks_failed_begins_none_for_an_hour() {
        for (int i = 1; i <= 20; i++) {
            long attempt = calls.attempt("hot-line", "l.huseynova").orElseThrow();
            assertThat(calls.fail(attempt, "hot-line", "l.huseynova")).isEqualTo(i == 20);
        }
        assertThat(calls.attempt("hot-line", "l.huseynova")).isEmpty();
        assertThat(calls.attempt("hot-line", "other")).isPresent();
        assertThat(calls.attempt("other", "l.huseynova")).isPresent();
        gateway.jdbc.update("update hot_line_attempt set at = at - interval '61 minutes'");
        assertThat(calls.attempt("hot-line", "l.huseynova")).isPresent();
    }

    @Test
    void what_was_right_or_could_not_be_compared_is_no_failure() {
        for (int i = 0; i < 5; i++) {
            calls.release(calls.attempt(PERSON).orElseThrow());
        }
        assertThat(calls.attempt(PERSON)).isPresent();
    }

    @Test
    void guesses_at_the_same_time_are_counted_each() {
        List<CompletableFuture<Boolean>> guesses = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> calls.attempt(PERSON).isPresent()))
                .toList();
        assertThat(guesses.stream().map(CompletableFuture::join).filter(allowed -> allowed))
                .hasSize(3);
    }

    @Test
    void an_attempt_of_which_nothing_became_counts_for_a_minute() {
        for (int i = 0; i < 3; i++) {
            calls.attempt(PERSON);
        }
        assertThat(calls.attempt(PERSON)).isEmpty();
        gateway.jdbc.update("update hot_line_attempt set at = at - interval '2 minutes'");
        assertThat(calls.attempt(PERSON)).isPresent();
    }

    @Test
    void what_is_over_is_forgotten() {
        calls.begin(UUID.randomUUID(), "hot-line", "l.huseynova", PERSON);
        calls.attempt(PERSON);
        gateway.jdbc.update("update hot_line_call set until = until - interval '2 days'");
        gateway.jdbc.update("update hot_line_attempt set at = at - interval '2 days'");
        calls.forget();
        assertThat(gateway.jdbc.queryForObject(
                        "select (select count(*) from hot_line_call) + (select count(*) from hot_line_attempt)",
                        Integer.class))
                .isZero();
    }
}

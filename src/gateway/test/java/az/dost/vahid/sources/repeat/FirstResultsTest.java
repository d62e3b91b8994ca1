package az.dost.vahid.sources.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.proof.record.TestRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.proof.trust.UnsealedUntil;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** What a key came to is one thing for all gateways, for a day, and nobody else's. */
@Timeout(60)
class FirstResultsTest {
    private static final List<SourceAnswer> ANSWERS = List.of(TestRecord.answer("pensions", "<answer/>"));
    private static final ProblemException REFUSED =
            new ProblemException(ProblemCode.NOT_GRANTED, "service", "Your system has no grant for this service.");
    private final HikariDataSource database = RecordDatabase.create();
    private TestRecord gateway;
    private TestRecord other;
    private FirstResults results;
    private KeyedRequest asked;

    @BeforeEach
    void open(@TempDir Path keys) {
        gateway = new TestRecord(database, keys);
        other = new TestRecord(database, keys);
        results = results(gateway);
        asked = results.asked("dost-centre-1", "key-1", "5KM2X7Q", "ccu-car", 3000);
    }

    @AfterEach
    void close() throws InterruptedException {
        gateway.close();
        other.close();
        database.close();
    }

    private static FirstResults results(TestRecord record) {
        return new FirstResults(record.jdbc, new RowTrust(record.seals, record.changed, UnsealedUntil.NEVER));
    }

    /** Makes a dossier under a key. @return its id */
    private static UUID keep(TestRecord by, KeyedRequest under) {
        UUID id = RecordId.next();
        by.record.keep(by.dossier(id, ANSWERS), ANSWERS, connection -> {
            results(by).keep(connection, under, FirstResult.dossier(id));
            return true;
        });
        return id;
    }

    private int dossiers() {
        return gateway.jdbc.queryForObject("select count(*) from dossier", Integer.class);
    }

    @Test
    void a_key_that_nobody_used_came_to_nothing() {
        assertThat(results.find(asked)).isEmpty();
    }

    @Test
    void another_gateway_finds_the_dossier_of_the_first_request() {
        UUID dossier = keep(gateway, asked);
        FirstResults elsewhere = results(other);
        assertThat(elsewhere.find(elsewhere.asked("dost-centre-1", "key-1", "5KM2X7Q", "ccu-car", 3000)))
                .contains(FirstResult.dossier(dossier));
    }

    @Test
    void a_refusal_is_found_with_all_that_its_problem_told() {
        UUID entry = RecordId.next();
        gateway.record.keepRefusal(
                entry, "dost-centre-1", "a.b", "CASE/1", "ccu-car", "NOT_GRANTED", null, false, connection -> {
                    results.keep(connection, asked, FirstResult.refusal(entry, REFUSED));
                    return true;
                });
        FirstResult found = results.find(asked).orElseThrow();
        assertThat(found.refusal()).isEqualTo(entry);
        assertThat(found.problem()).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(REFUSED.code());
            assertThat(problem.field()).isEqualTo(REFUSED.field());
            assertThat(problem.detail()).isEqualTo(REFUSED.detail());
        });
    }

    @Test
    void another_question_under_the_key_is_refused() {
        keep(gateway, asked);
        KeyedRequest different = results.asked("dost-centre-1", "key-1", "5KM2X7Q", "ccu-car", 3001);
        assertThatThrownBy(() -> results.find(different))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.IDEMPOTENCY_KEY_USED));
    }

    @Test
    void another_requesters_key_of_that_name_is_another_key() {
        keep(gateway, asked);
        KeyedRequest others = results.asked("dost-centre-2", "key-1", "5KM2X7Q", "ccu-car", 3000);
        assertThat(results.find(others)).isEmpty();
        keep(gateway, others);
        assertThat(dossiers()).isEqualTo(2);
    }

    @Test
    void of_two_gateways_in_the_same_moment_one_keeps_its_dossier_and_the_other_nothing() {
        List<CompletableFuture<UUID>> both = Stream.of(gateway, other)
                .map(one -> CompletableFuture.supplyAsync(() -> keep(one, asked), task -> new Thread(task).start()))
                .toList();
        List<UUID> kept = new ArrayList<>();
        List<Throwable> faults = new ArrayList<>();
        both.forEach(one -> {
            Throwable fault = catchThrowable(() -> kept.add(one.join()));
            if (fault != null) {
                faults.add(fault);
            }
        });
        assertThat(kept).hasSize(1);
        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(KeyTaken.in(fault)).isTrue());
        assertThat(results.find(asked)).contains(FirstResult.dossier(kept.get(0)));
        assertThat(dossiers()).isEqualTo(1);
        assertThat(gateway.jdbc.queryForObject("select count(*) from audit", Integer.class))
                .as("nothing of the other is in the chain")
                .isEqualTo(1);
    }

    @Test
    void who_comes_second_costs_the_others_of_its_transaction_nothing() throws Exception {
        List<CompletableFuture<UUID>> waiting = new ArrayList<>();
        try (Connection blocker = database.getConnection()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("select * from audit_head for update");
            for (String key : List.of("key-1", "key-1", "key-2", "key-3")) {
                waiting.add(CompletableFuture.supplyAsync(
                        () -> keep(gateway, results.asked("dost-centre-1", key, "5KM2X7Q", "ccu-car", 3000)),
                        task -> new Thread(task).start()));
            }
            blocker.rollback();
        }
        assertThat(waiting.stream().map(one -> catchThrowable(one::join)).filter(fault -> fault != null))
                .singleElement()
                .satisfies(fault -> assertThat(KeyTaken.in(fault)).isTrue());
        assertThat(dossiers()).isEqualTo(3);
    }

    @Test
    void after_a_day_a_key_is_free_again_whether_it_was_forgotten_or_not() {
        keep(gateway, asked);
        gateway.jdbc.update("update lookup_key set at = now() - interval '25 hours'");
        assertThat(results.find(asked)).isEmpty();
        UUID next = keep(gateway, asked);
        assertThat(results.find(asked)).contains(FirstResult.dossier(next));
    }

    @Test
    void keys_are_forgotten_after_their_day_and_not_before() {
        keep(gateway, asked);
        results.forget();
        assertThat(results.find(asked)).isPresent();
        gateway.jdbc.update("update lookup_key set at = now() - interval '25 hours'");
        results.forget();
        assertThat(gateway.jdbc.queryForObject("select count(*) from lookup_key", Integer.class))
                .isZero();
    }

    @Test
    void a_row_that_somebody_changed_in_the_database_gives_nothing_and_is_told() {
        keep(gateway, asked);
        UUID another = keep(gateway, results.asked("dost-centre-1", "key-2", "1ABCDEF", "ccu-car", 3000));
        gateway.jdbc.update("update lookup_key set dossier = ? where name = ?", another, asked.name());
        assertThatThrownBy(() -> results.find(asked))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.INTERNAL));
        assertThat(gateway.changed.health().getStatus().getCode()).isEqualTo("WARNING");
    }

    @Test
    void what_fails_for_another_reason_is_not_taken_for_a_key() {
        UUID dossier = keep(gateway, asked);
        Throwable fault = catchThrowable(() -> gateway.record.keep(gateway.dossier(dossier, ANSWERS), ANSWERS));
        assertThat(fault).isInstanceOf(DataAccessException.class);
        assertThat(KeyTaken.in(fault)).isFalse();
    }
}

package az.dost.vahid.proof.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import az.dost.vahid.job.Heart;
import az.dost.vahid.job.Jobs;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** The one thread that writes the record is killed, by each way there is. */
class StoppedWriterTest {
    private static final int MOST_ERRORS = 10;
    private final HikariDataSource database = RecordDatabase.create();
    private final AtomicReference<String> stopped = new AtomicReference<>();
    private final Jobs jobs = Jobs.logged();

    @TempDir
    private Path keys;

    private TestRecord record;

    @BeforeEach
    void open() {
        record = new TestRecord(database, keys, jobs, new Heart(stopped::set));
    }

    @AfterEach
    void close() throws Exception {
        record.close();
        database.close();
    }

    private static Thread writer() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("record-writer"))
                .reduce((first, last) -> first.getId() > last.getId() ? first : last)
                .orElseThrow();
    }

    private void fail(Throwable thrown) {
        UUID id = UUID.randomUUID();
        assertThatThrownBy(() -> record.commit.keep(
                        Unit.of(AuditEntry.act("requester", "official", "ACT", id, null), connection -> sneak(thrown))))
                .isInstanceOf(DataAccessException.class);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> boolean sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void an_error_costs_those_who_wait_their_entry_at_once_and_nobody_after_them() {
        long before = System.nanoTime();
        fail(new NoClassDefFoundError("az/dost/Lost"));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        assertThat(record.keep()).isNotNull();
        assertThat(stopped).hasValue(null);
    }

    private Unit act(ActRecord.Change change) {
        return Unit.of(AuditEntry.act("requester", "official", "ACT", UUID.randomUUID(), null), change::make);
    }

    private static long in(long ms) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms);
    }

    private long entries() {
        return record.jdbc.queryForObject("select count(*) from audit", Long.class);
    }

    @Test
    void whose_time_is_over_before_his_turn_is_refused_and_nothing_of_his_is_kept() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Boolean> first = record.commit.submit(act(connection -> held(writing, end)));
        writing.await();
        long before = System.nanoTime();
        assertThatThrownBy(() -> record.commit.keep(act(connection -> true), in(200)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ProblemCode.OVERLOADED));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        end.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isTrue();
        record.keep();
        assertThat(entries()).isEqualTo(2);
    }

    @Test
    void what_is_being_written_when_its_time_is_over_is_given_out() {
        assertThat(record.commit.keep(
                        act(connection -> {
                            try {
                                Thread.sleep(500);
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                            return true;
                        }),
                        in(100)))
                .isTrue();
        assertThat(entries()).isEqualTo(1);
    }

    private static boolean held(CountDownLatch writing, CountDownLatch end) {
        writing.countDown();
        try {
            return end.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_interruption_costs_nothing() {
        writer().interrupt();
        assertThat(record.keep()).isNotNull();
        assertThat(stopped).hasValue(null);
    }

    @Test
    void what_fails_is_told_under_its_name() {
        fail(new IllegalStateException("a renamed function"));
        assertThat(jobs.all())
                .filteredOn(job -> job.name().equals("record-writer"))
                .singleElement()
                .satisfies(job -> assertThat(job.because()).contains("a renamed function"));
    }

    @Test
    void errors_without_an_end_end_the_process() {
        for (int i = 0; i < MOST_ERRORS; i++) {
            fail(new NoClassDefFoundError("az/dost/Lost"));
        }
        await().untilAsserted(() -> assertThat(stopped).hasValue("record-writer"));
    }

    @Test
    void one_that_hangs_has_an_age() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch there = new CountDownLatch(1);
        Thread caller = new Thread(() -> record.commit.keep(
                Unit.of(AuditEntry.act("requester", "official", "ACT", UUID.randomUUID(), null), connection -> {
                    there.countDown();
                    return waited(held, connection);
                })));
        caller.start();
        there.await();
        await().untilAsserted(() -> assertThat(record.commit.age()).isGreaterThan(0.5));
        held.countDown();
        caller.join();
        await().untilAsserted(() -> assertThat(record.commit.age()).isLessThan(0.5));
    }

    private static boolean waited(CountDownLatch held, Connection connection) {
        try {
            held.await();
            return !connection.isClosed();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

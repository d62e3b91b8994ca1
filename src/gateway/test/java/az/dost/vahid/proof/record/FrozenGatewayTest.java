package az.dost.vahid.proof.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.proof.record.body.RecordId;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One gateway of two stands still in the middle of recording, or is lost: the other one goes on, and nothing is half
 * there.
 */
@Timeout(120)
class FrozenGatewayTest {
    private static final long HOLD_MS = 500;
    private final HikariDataSource database = RecordDatabase.create();

    @TempDir
    private Path keys;

    private TestRecord test;

    @BeforeEach
    void open() {
        test = new TestRecord(database, keys);
        test.keep();
    }

    @AfterEach
    void close() throws InterruptedException {
        test.close();
        database.close();
    }

    private CompletableFuture<Void> keeping(TestRecord gateway, UUID id) {
        return gateway.record.keeping(gateway.dossier(id, List.of()), List.of());
    }

    private boolean kept(UUID id) {
        return test.record.find(id, "dost-centre-1").isPresent();
    }

    @Test
    void who_has_the_end_of_the_chain_has_it_for_a_bounded_time() throws Exception {
        // It has locked the end, and makes the numbers of its entries.
        StandsStill still = new StandsStill(database, "createArrayOf", "int8");
        UUID id = RecordId.next();
        try (TestRecord frozen = new TestRecord(still, keys, 64, 500, HOLD_MS)) {
            CompletableFuture<Void> its = keeping(frozen, id);
            still.await();
            // The other one waits for the database to end the frozen one's transaction.
            CompletableFuture.runAsync(test::keep).get(60, TimeUnit.SECONDS);
            assertThat(kept(id)).isFalse();
            assertThat(test.jdbc.queryForObject("select count(*) from dossier where id = ?", Integer.class, id))
                    .as("bodies of what is not kept")
                    .isZero();
            still.thaw();
            // Nothing of it was done, so it is done again.
            its.get(60, TimeUnit.SECONDS);
        }
        assertThat(kept(id)).isTrue();
        assertThat(test.check(database).wrong()).isEmpty();
    }

    @Test
    void who_is_slow_with_rows_has_not_the_end_of_the_chain() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        try (TestRecord other = new TestRecord(database, keys, 64, 500, TimeUnit.MINUTES.toMillis(2))) {
            CompletableFuture<Boolean> its = other.commit.submit(Unit.of(
                    AuditEntry.act("dost-centre-1", "a.quliyeva", "opened", UUID.randomUUID(), null), connection -> {
                        begun.countDown();
                        try {
                            return slow.await(60, TimeUnit.SECONDS);
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }));
            begun.await();
            CompletableFuture.runAsync(test::keep).get(30, TimeUnit.SECONDS);
            slow.countDown();
            its.get(60, TimeUnit.SECONDS);
        }
        assertThat(test.check(database).wrong()).isEmpty();
    }

    @Test
    void a_row_that_somebody_has_locked_keeps_no_other_from_the_record() throws Exception {
        RecordedDossier dossier = test.keep();
        try (Connection somebody = database.getConnection();
                TestRecord patient = new TestRecord(database, keys, 64, 500, HOLD_MS)) {
            somebody.setAutoCommit(false);
            somebody.createStatement().execute("select * from dossier where id = '" + dossier.id() + "' for update");
            CompletableFuture<byte[]> form = CompletableFuture.supplyAsync(
                    () -> patient.record.keepXml(dossier.id(), "<dossier/>".getBytes(StandardCharsets.UTF_8)));
            UUID id = RecordId.next();
            keeping(patient, id).get(60, TimeUnit.SECONDS);
            assertThat(kept(id)).isTrue();
            assertThatThrownBy(() -> form.get(60, TimeUnit.SECONDS)).hasMessageContaining("The record was not kept");
            somebody.rollback();
        }
    }

    @Test
    void a_database_that_is_gone_without_a_word_is_waited_for_no_longer_than_that() throws Exception {
        try (SilentNetwork network = new SilentNetwork(database.getJdbcUrl());
                HikariDataSource far = RecordDatabase.open(network.url());
                TestRecord cut = new TestRecord(far, keys, 64, 500, HOLD_MS)) {
            cut.keep();
            network.fallSilent();
            assertThatThrownBy(() -> keeping(cut, RecordId.next()).get(60, TimeUnit.SECONDS))
                    .hasMessageContaining("The record was not kept");
            // The pool waits for connections that are being opened when it is closed.
            network.close();
        }
    }

    @Test
    void who_waits_in_vain_for_the_end_of_the_chain_is_told_so_and_keeps_nothing() throws Exception {
        UUID id = RecordId.next();
        try (Connection somebody = database.getConnection();
                TestRecord waiting = new TestRecord(database, keys, 64, 500, HOLD_MS)) {
            somebody.setAutoCommit(false);
            somebody.createStatement().execute("select * from audit_head for update");
            assertThatThrownBy(() -> keeping(waiting, id).get(60, TimeUnit.SECONDS))
                    .hasStackTraceContaining("was not free in time");
            somebody.rollback();
        }
        assertThat(kept(id)).isFalse();
        assertThat(test.jdbc.queryForObject("select count(*) from dossier where id = ?", Integer.class, id))
                .isZero();
    }
}

package az.dost.vahid.proof.record.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.answer.KeptEvidence;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.proof.record.AuditRoots;
import az.dost.vahid.proof.record.Receipts;
import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.proof.record.RecordedDossier;
import az.dost.vahid.proof.record.Retention;
import az.dost.vahid.proof.record.TestRecord;
import az.dost.vahid.proof.record.check.Report;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    private static final long DAY_MS = 24L * 3600 * 1000;
    private final HikariDataSource database = RecordDatabase.create();
    private TestRecord test;
    private RecordedDossier old;
    private RecordedDossier fresh;

    @BeforeEach
    void keepAnOldAndAFreshDossier(@TempDir Path keys) throws Exception {
        test = new TestRecord(database, keys);
        old = test.keep(RecordId.at(System.currentTimeMillis() - 10 * DAY_MS));
        fresh = test.keep();
        new AuditRoots(test.jdbc, test.signer, test.digests, test.entries).sign();
        test.stamp();
    }

    @AfterEach
    void close() throws InterruptedException {
        test.close();
        database.close();
    }

    private void apply(Map<DataClass, Period> kept) {
        new Retention(test.jdbc, test.commit, test.keys, test.partitions, kept, Clock.systemUTC()).apply();
    }

    @Test
    void eachClassIsDeletedWhenItsOwnTimeIsOver() {
        apply(Map.of(
                DataClass.DOSSIER,
                Period.ofDays(30),
                DataClass.EVIDENCE,
                Period.ofDays(30),
                DataClass.SPECIAL,
                Period.ofDays(5)));
        assertThat(test.record.evidence(old.id()))
                .extracting(KeptEvidence::agency)
                .containsExactly("pensions");
        assertThat(test.record.evidence(fresh.id())).hasSize(2);
        assertThat(test.record.find(old.id(), old.requester())).isPresent();
        assertThat(test.check(database).wrong()).isEmpty();
    }

    @Test
    void whatWasRefusedHasATimeOfItsOwn() {
        List<SourceAnswer> answers = List.of(
                TestRecord.answer("pensions", "<answer/>"),
                TestRecord.answer("tax", "<answer/>", Verdict.REJECTED, Reason.OTHER_CITIZEN));
        UUID id = RecordId.at(System.currentTimeMillis() - 10 * DAY_MS);
        test.record.keep(test.dossier(id, answers), answers);
        apply(Map.of(DataClass.REFUSED, Period.ofDays(5)));
        assertThat(test.record.refused(id)).isEmpty();
        assertThat(test.record.evidence(id)).extracting(KeptEvidence::agency).containsExactly("pensions");
        assertThat(test.check(database).wrong()).isEmpty();
    }

    @Test
    void afterAllBodiesAreGoneDigestsSignatureAndChainStillVerify() {
        apply(Map.of(
                DataClass.DOSSIER,
                Period.ofDays(5),
                DataClass.EVIDENCE,
                Period.ofDays(5),
                DataClass.SPECIAL,
                Period.ofDays(5)));
        assertThat(test.record.find(old.id(), old.requester())).isEmpty();
        assertThat(test.record.evidence(old.id())).isEmpty();
        assertThat(test.record.find(fresh.id(), fresh.requester())).isPresent();
        assertThat(test.check(database).wrong()).isEmpty();
        test.jdbc.update("update dossier set jws = ? where id = ?", fresh.jws(), old.id());
        assertThat(test.check(database).wrong())
                .anySatisfy(line -> assertThat(line).contains(old.id() + ": the JWS is not what was kept"));
    }

    @Test
    void theReceiptOfADeletedDossierStillVerifies() {
        apply(Map.of(
                DataClass.DOSSIER,
                Period.ofDays(5),
                DataClass.EVIDENCE,
                Period.ofDays(5),
                DataClass.SPECIAL,
                Period.ofDays(5)));
        byte[] receipt = new Receipts(test.jdbc, test.digests).of(old.id()).orElseThrow();
        Report report = new Report();
        assertThat(test.receiptCheck().check(receipt, report).path("id").asText())
                .isEqualTo(old.id().toString());
        assertThat(report.holds())
                .anyMatch(line -> line.startsWith("A time-stamp authority saw the receipt's root at "));
        assertThat(test.record.expired(old.id(), old.requester())).isTrue();
        assertThat(test.record.expired(old.id(), "somebody-else")).isFalse();
    }

    private boolean hasPartition() {
        return test.jdbc.queryForObject(
                "select to_regclass('evidence_"
                        + RecordId.day(old.id()).toString().replace("-", "") + "') is not null",
                Boolean.class);
    }

    @Test
    void a_days_answers_go_with_their_partition_when_the_time_of_the_last_class_is_over() {
        apply(Map.of(DataClass.SPECIAL, Period.ofDays(5)));
        assertThat(hasPartition()).isTrue();
        apply(Map.of(DataClass.SPECIAL, Period.ofDays(5), DataClass.EVIDENCE, Period.ofDays(5)));
        assertThat(hasPartition()).isFalse();
        assertThat(test.record.evidence(old.id())).isEmpty();
        assertThat(test.record.evidence(fresh.id())).hasSize(2);
        assertThat(test.check(database).wrong()).isEmpty();
    }

    @Test
    void a_partition_stays_while_somebody_may_read_the_record_as_it_was_before_its_time_was_over() {
        Map<DataClass, Period> kept = Map.of(DataClass.SPECIAL, Period.ofDays(9), DataClass.EVIDENCE, Period.ofDays(9));
        apply(kept);
        assertThat(hasPartition()).isTrue();
        assertThat(test.jdbc.queryForObject(
                        "select count(*) from data_key where day < current_date - 1 and data_class <> 'dossier' and wrapped is not null",
                        Integer.class))
                .as("keys that open them")
                .isZero();
        apply(kept);
        assertThat(hasPartition()).isTrue();
        assertThat(test.check(database).wrong()).isEmpty();
    }

    @Test
    void a_partition_whose_end_was_interrupted_is_deleted_later() throws Exception {
        Map<DataClass, Period> kept = Map.of(DataClass.SPECIAL, Period.ofDays(5), DataClass.EVIDENCE, Period.ofDays(5));
        try (Connection reader = database.getConnection()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("select count(*) from evidence");
            try (Connection job = database.getConnection();
                    Statement statement = job.createStatement()) {
                statement.setQueryTimeout(1);
                assertThatThrownBy(() -> statement.execute("alter table evidence detach partition evidence_"
                                + RecordId.day(old.id()).toString().replace("-", "") + " concurrently"))
                        .isInstanceOf(SQLException.class);
            }
            test.keep();
            reader.rollback();
        }
        apply(kept);
        assertThat(hasPartition()).isFalse();
        assertThat(test.check(database).wrong()).isEmpty();
    }

    @Test
    void whatIsDeletedIsDeletedOnce() {
        Map<DataClass, Period> kept = Map.of(DataClass.SPECIAL, Period.ofDays(5));
        apply(kept);
        apply(kept);
        assertThat(test.jdbc.queryForObject(
                        "select count(*) from audit where entry ->> 'kind' = 'RETENTION'", Long.class))
                .isEqualTo(1);
    }

    @Test
    void aDeletionThatWasInterruptedIsFinishedLater() {
        test.jdbc.update("update data_key set wrapped = null where data_class = 'special' and day < current_date - 1");
        apply(Map.of(DataClass.SPECIAL, Period.ofDays(5)));
        assertThat(test.jdbc.queryForObject("select count(*) from evidence where data_class = 'special'", Long.class))
                .isEqualTo(1);
    }
}

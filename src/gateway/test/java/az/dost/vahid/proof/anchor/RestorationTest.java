package az.dost.vahid.proof.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.proof.record.AnchorName;
import az.dost.vahid.proof.record.AuditRoots;
import az.dost.vahid.proof.record.Receipts;
import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.proof.record.RecordedDossier;
import az.dost.vahid.proof.record.RestoreEntry;
import az.dost.vahid.proof.record.TestRecord;
import az.dost.vahid.proof.record.check.AnchorCheck;
import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.proof.trust.ChangedRows;
import az.dost.vahid.signature.key.ChangedException;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database was restored to an earlier time. The record says so, and goes on; nothing is signed before. */
@Tag("attack")
class RestorationTest {
    private static final String BECAUSE = "The disk of the primary failed; restored to 14:05";

    @TempDir
    Path folder;

    private final HikariDataSource database = RecordDatabase.create();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private TestRecord test;
    private Path outside;
    private Anchors anchors;
    private AuditRoots roots;

    @BeforeEach
    void begin() throws IOException {
        test = new TestRecord(database, folder.resolve("keys"));
        outside = Files.createDirectory(folder.resolve("anchors"));
        start();
    }

    /** A gateway's part in it, as it starts. */
    private void start() {
        anchors = new Anchors(test.jdbc, new AnchorFolder(outside), new ChangedRows(meters), meters);
        roots = new AuditRoots(test.jdbc, test.signer, test.digests, test.entries, anchors);
    }

    @AfterEach
    void end() throws InterruptedException {
        test.close();
        database.close();
    }

    private RecordedDossier root() {
        RecordedDossier dossier = test.keep();
        roots.sign();
        anchors.keep();
        return dossier;
    }

    private RestoreEntry carryOn() throws IOException {
        return new Restoration(test.jdbc, anchors, test.restores(), roots, test.digests, test.proof())
                .carryOn("a.operator", BECAUSE);
    }

    /** Three roots are anchored, and the record has the first alone. */
    private void lose() {
        root();
        root();
        root();
        RolledBack.to(1, test.jdbc);
        start();
    }

    private Report check() throws IOException {
        return test.check(database, new AnchorCheck(test.proof()).folder(outside));
    }

    private long newest() {
        return test.jdbc.queryForObject("select max(number) from audit_root", Long.class);
    }

    private long found() {
        return (long)
                meters.counter("vahid.database.changed", "table", "audit_root").count();
    }

    @Test
    void a_record_that_is_behind_its_anchors_goes_on_and_signs_no_root() {
        lose();
        root();
        assertThat(newest()).isOne();
        assertThat(test.jdbc.queryForObject("select count(*) from audit", Integer.class))
                .isEqualTo(2);
        assertThat(found()).isPositive();
        assertThat(anchors.health().getStatus().getCode()).isEqualTo("WARNING");
        assertThat(anchors.health().getDetails()).containsKey("ahead");
    }

    @Test
    void a_gateway_that_runs_while_the_database_is_restored_signs_none_either() {
        root();
        root();
        RolledBack.to(1, test.jdbc);
        root();
        assertThat(newest()).isOne();
        assertThat(found()).isPositive();
    }

    private void signBy(BrokenStore store, Anchors seen) {
        new AuditRoots(test.jdbc, test.signer, test.digests, test.entries, seen).sign();
        assertThat(store.broken).isTrue();
    }

    @Test
    void a_gateway_that_has_not_seen_its_anchors_yet_signs_none_and_one_that_has_goes_on_without_them() {
        test.keep();
        BrokenStore store = new BrokenStore();
        signBy(store, new Anchors(test.jdbc, store, new ChangedRows(meters), meters));
        assertThat(test.jdbc.queryForObject("select count(*) from audit_root", Integer.class))
                .isZero();
        store.broken = false;
        Anchors seen = new Anchors(test.jdbc, store, new ChangedRows(meters), meters);
        seen.keep();
        store.broken = true;
        signBy(store, seen);
        assertThat(newest()).isOne();
    }

    @Test
    void once_it_is_said_the_record_goes_on_under_a_number_that_no_root_had() throws IOException {
        lose();
        test.keep();
        assertThat(carryOn()).satisfies(restored -> {
            assertThat(restored.kept()).isOne();
            assertThat(restored.newest()).isEqualTo(3);
            assertThat(restored.last()).isEqualTo(3);
        });
        assertThat(newest()).isEqualTo(4);
        root();
        assertThat(newest()).isEqualTo(5);
        assertThat(anchors.health().getStatus().getCode()).isEqualTo("UP");
        assertThat(Files.exists(outside.resolve(AnchorName.of(5)))).isTrue();
    }

    @Test
    void verify_tells_what_is_missing_and_nothing_is_wrong() throws IOException {
        lose();
        carryOn();
        root();
        Report report = check();
        assertThat(report.wrong()).isEmpty();
        assertThat(report.noted())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("Entry 2 (")
                        .contains("restored to an earlier time, said by a.operator: " + BECAUSE)
                        .contains("Roots 2 to 3 were signed over entries up to 3"))
                .anySatisfy(
                        line -> assertThat(line).startsWith("Root 2, signed at").contains("was lost"))
                .anySatisfy(
                        line -> assertThat(line).startsWith("Root 3, signed at").contains("was lost"));
    }

    @Test
    void it_tells_it_without_anchors_too() throws IOException {
        lose();
        carryOn();
        Report report = test.check(database);
        assertThat(report.wrong()).isEmpty();
        assertThat(report.noted()).anySatisfy(line -> assertThat(line).contains(BECAUSE));
    }

    @Test
    void what_is_rolled_back_after_that_is_found_again() throws IOException {
        lose();
        carryOn();
        root();
        RolledBack.to(1, test.jdbc);
        assertThat(check().wrong())
                .anySatisfy(
                        line -> assertThat(line).startsWith("Root 2, signed at").contains("rolled back"));
        start();
        root();
        assertThat(newest()).isOne();
        carryOn();
        assertThat(newest()).isEqualTo(6);
        assertThat(check().wrong()).isEmpty();
    }

    @Test
    void a_root_that_was_lost_is_the_one_that_the_record_names() throws IOException {
        lose();
        carryOn();
        String another = Files.readString(outside.resolve(AnchorName.of(3)));
        Files.writeString(
                outside.resolve(AnchorName.of(3)),
                test.signer
                        .sign(Base64.getUrlDecoder().decode(another.split("[.]")[1]), "vahid-audit-root+json")
                        .compact());
        assertThat(check().wrong())
                .anySatisfy(line -> assertThat(line).startsWith("Root 3 is not the one after which"));
    }

    @Test
    void receipts_hold_on_both_sides_of_it() throws Exception {
        RecordedDossier before = root();
        root();
        root();
        RolledBack.to(1, test.jdbc);
        start();
        carryOn();
        RecordedDossier after = root();
        test.stamp();
        for (RecordedDossier dossier : new RecordedDossier[] {before, after}) {
            byte[] receipt =
                    new Receipts(test.jdbc, test.digests).of(dossier.id()).orElseThrow();
            assertThat(test.receiptCheck()
                            .check(receipt, new Report())
                            .path("id")
                            .asText())
                    .isEqualTo(dossier.id().toString());
        }
    }

    @Test
    void a_restore_that_lost_no_root_is_told_too() throws IOException {
        root();
        assertThat(carryOn().lostRoots()).isFalse();
        assertThat(newest()).isEqualTo(2);
        assertThat(check().wrong()).isEmpty();
        assertThat(check().noted())
                .anySatisfy(line -> assertThat(line).contains("No root that is kept outside is lost"));
    }

    @Test
    void an_anchor_that_nobody_signed_is_not_believed_and_nothing_is_written() throws IOException {
        lose();
        Files.writeString(
                outside.resolve(AnchorName.of(9)),
                Files.readString(outside.resolve(AnchorName.of(3))).replaceFirst("[.][^.]{8}", ".AAAAAAAA"));
        assertThatThrownBy(this::carryOn).isInstanceOf(ChangedException.class);
        assertThat(test.jdbc.queryForObject("select count(*) from audit", Integer.class))
                .isOne();
    }

    @Test
    void anybody_can_check_it_with_nothing_of_ours() throws Exception {
        lose();
        carryOn();
        root();
        Process script = new ProcessBuilder(
                        "python3",
                        "src/docs/proof.py",
                        "anchors",
                        outside.toString(),
                        "--certificate",
                        folder.resolve("keys/gateway-dossier.pem").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor() + " " + said)
                .startsWith("0 ")
                .contains("the record goes on after root 1", "5 roots, the newest number 5");
    }
}

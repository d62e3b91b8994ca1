package az.dost.vahid.proof.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.proof.record.AnchorName;
import az.dost.vahid.proof.record.AuditRoots;
import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.proof.record.TestRecord;
import az.dost.vahid.proof.record.check.AnchorCheck;
import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.proof.trust.ChangedRows;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who owns the database takes back what was recorded, so that all that is left fits together. Roots kept
 * outside tell of it.
 */
@Tag("attack")
class AnchorsTest {
    @TempDir
    Path folder;

    private final HikariDataSource database = RecordDatabase.create();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ChangedRows changed = new ChangedRows(meters);
    private TestRecord test;
    private Path outside;

    @BeforeEach
    void begin() {
        test = new TestRecord(database, folder.resolve("keys"));
        outside = folder.resolve("anchors");
    }

    @AfterEach
    void end() throws InterruptedException {
        test.close();
        database.close();
    }

    private Anchors anchors() {
        return new Anchors(test.jdbc, new AnchorFolder(outside), changed, meters);
    }

    private void root() {
        test.keep();
        new AuditRoots(test.jdbc, test.signer, test.digests, test.entries).sign();
    }

    private Report check() throws IOException {
        return test.check(database, new AnchorCheck(test.proof()).folder(outside));
    }

    @Test
    void a_record_that_is_whole_has_every_root_that_was_anchored() throws IOException {
        root();
        root();
        anchors().keep();
        assertThat(check().wrong()).isEmpty();
        assertThat(check().holds())
                .anySatisfy(line ->
                        assertThat(line).contains("Compared with 2 anchored roots, the newest of them number 2"));
    }

    @Test
    void a_record_that_was_rolled_back_holds_by_itself_and_not_with_its_anchors() throws IOException {
        root();
        root();
        root();
        anchors().keep();
        RolledBack.to(1, test.jdbc);
        assertThat(test.check(database).wrong())
                .as("what is left fits together")
                .isEmpty();
        assertThat(check().wrong())
                .anySatisfy(line ->
                        assertThat(line).startsWith("Root 2, signed at").contains("is anchored and not in the record"))
                .anySatisfy(line -> assertThat(line).startsWith("Root 3"));
    }

    @Test
    void a_record_that_was_rolled_back_and_went_on_is_found_by_the_root_of_the_same_number() throws IOException {
        root();
        root();
        anchors().keep();
        RolledBack.to(1, test.jdbc);
        root();
        assertThat(test.check(database).wrong()).isEmpty();
        assertThat(check().wrong())
                .anySatisfy(line -> assertThat(line).startsWith("Root 2 is not the one that was anchored"));
    }

    @Test
    void a_running_gateway_finds_it_too_and_never_writes_over_an_anchor() throws IOException {
        root();
        root();
        anchors().keep();
        String kept = Files.readString(outside.resolve(AnchorName.of(2)));
        RolledBack.to(1, test.jdbc);
        root();
        anchors().keep();
        assertThat(meters.counter("vahid.database.changed", "table", "audit_root")
                        .count())
                .isOne();
        assertThat(changed.health().getStatus().getCode()).isEqualTo("WARNING");
        assertThat(Files.readString(outside.resolve(AnchorName.of(2)))).isEqualTo(kept);
    }

    @Test
    void a_gateway_that_starts_on_a_record_that_was_rolled_back_says_so() {
        root();
        root();
        anchors().keep();
        RolledBack.to(1, test.jdbc);
        anchors().keep();
        assertThat(meters.counter("vahid.database.changed", "table", "audit_root")
                        .count())
                .isOne();
    }

    @Test
    void a_root_that_a_requester_kept_is_asked_for() throws IOException {
        root();
        root();
        Path kept = Files.writeString(
                folder.resolve("kept.jws"),
                test.jdbc.queryForObject("select jws from audit_root where number = 2", String.class) + "\n");
        assertThat(test.check(database, new AnchorCheck(test.proof()).root(kept))
                        .wrong())
                .isEmpty();
        RolledBack.to(1, test.jdbc);
        assertThat(test.check(database, new AnchorCheck(test.proof()).root(kept))
                        .wrong())
                .anySatisfy(line -> assertThat(line).startsWith("Root 2"));
    }

    @Test
    void anchors_that_were_forged_or_are_not_there_prove_nothing() throws IOException {
        root();
        anchors().keep();
        Path forged = outside.resolve(AnchorName.of(2));
        Files.writeString(forged, Files.readString(outside.resolve(AnchorName.of(1))));
        assertThatThrownBy(this::check)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(forged.toString());
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> new AnchorCheck(test.proof()).folder(empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no anchor");
    }

    @Test
    void what_could_not_be_anchored_is_anchored_later_and_nothing_waits() throws IOException {
        root();
        outside = folder.resolve("not-mounted/anchors");
        Anchors anchors = anchors();
        anchors.keep();
        assertThat(meters.counter("vahid.record.anchors.failed").count()).isOne();
        assertThat(anchors.health().getStatus().getCode()).isEqualTo("WARNING");
        root();
        Files.createDirectory(folder.resolve("not-mounted"));
        anchors.keep();
        assertThat(anchors.health().getStatus().getCode()).isEqualTo("UP");
        assertThat(check().holds()).anySatisfy(line -> assertThat(line).contains("Compared with 2 anchored roots"));
    }

    @Test
    void a_file_that_was_left_half_written_is_finished() throws IOException {
        root();
        anchors().keep();
        Path file = outside.resolve(AnchorName.of(1));
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, 20));
        anchors().keep();
        assertThat(Files.readString(file)).isEqualTo(whole);
    }

    @Test
    void a_folder_that_is_not_mounted_is_no_empty_one() throws IOException {
        AnchorFolder away = new AnchorFolder(folder.resolve("not-mounted/anchors"));
        assertThatThrownBy(away::newest).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> away.find(1)).isInstanceOf(IOException.class);
        Files.createDirectory(folder.resolve("not-mounted"));
        assertThat(away.newest()).isZero();
        assertThat(away.find(1)).isEmpty();
    }

    private String proof() throws Exception {
        Process script = new ProcessBuilder(
                        "python3",
                        "src/docs/proof.py",
                        "anchors",
                        outside.toString(),
                        "--certificate",
                        folder.resolve("keys/gateway-dossier.pem").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(script.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return script.waitFor() + " " + said;
    }

    @Test
    void anybody_can_check_the_anchors_with_nothing_of_ours() throws Exception {
        root();
        root();
        anchors().keep();
        assertThat(proof()).startsWith("0 2 roots, the newest number 2");
        Path second = outside.resolve(AnchorName.of(2));
        Files.writeString(second, Files.readString(second).replace('A', 'B'));
        assertThat(proof()).startsWith("1 DOES NOT HOLD");
    }

    @Test
    void nobody_else_reads_or_writes_anchors() throws IOException {
        root();
        anchors().keep();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(outside)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(outside)) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }
}

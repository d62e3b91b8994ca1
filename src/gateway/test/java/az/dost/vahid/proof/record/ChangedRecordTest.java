package az.dost.vahid.proof.record;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.proof.trust.UnsealedUntil;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever may write to the database, and knows how the chain is made, has a running gateway believe nothing of it. */
@Tag("attack")
class ChangedRecordTest {
    @TempDir
    Path folder;

    private final HikariDataSource database = RecordDatabase.create();
    private TestRecord test;

    @BeforeEach
    void begin() {
        test = new TestRecord(database, folder);
    }

    @AfterEach
    void end() throws InterruptedException {
        test.close();
        database.close();
    }

    /** With links that fit, as anybody can compute them. */
    private void edit(UUID id, String from, String to) {
        test.jdbc.update("update audit set entry = replace(entry::text, ?, ?)::json where id = ?", from, to, id);
        AuditRow row = test.jdbc.queryForObject(
                "select " + AuditRow.COLUMNS + " from audit where id = ?", (each, n) -> AuditRow.of(each), id);
        byte[] link = test.digests.link(row.previous(), row.sequence(), row.bytes());
        test.jdbc.update("update audit set link = ? where id = ?", link, id);
        test.jdbc.update("update audit_head set link = ?", link);
    }

    @Test
    void a_dossier_is_not_given_to_a_requester_who_was_written_into_its_entry() {
        RecordedDossier dossier = test.keep();
        assertThat(test.record.find(dossier.id(), "dost-centre-1")).isPresent();
        edit(dossier.id(), "dost-centre-1", "somebody-else");
        assertThat(test.record.find(dossier.id(), "somebody-else")).isEmpty();
        assertThat(test.record.find(dossier.id(), "dost-centre-1")).isEmpty();
        assertThat(test.changed.health().getStatus().getCode()).isEqualTo("WARNING");
    }

    @Test
    void a_seal_that_was_taken_away_gains_nothing() {
        RecordedDossier dossier = test.keep();
        edit(dossier.id(), "dost-centre-1", "somebody-else");
        test.jdbc.execute("alter table audit drop constraint audit_sealed");
        test.jdbc.update("update audit set mac = null");
        assertThat(test.record.find(dossier.id(), "somebody-else")).isEmpty();
        assertThat(test.record.expired(dossier.id(), "somebody-else")).isFalse();
    }

    @Test
    void a_signature_of_another_dossier_is_not_given_out() {
        RecordedDossier dossier = test.keep();
        RecordedDossier other = test.keep();
        test.jdbc.update("update dossier set jws = ? where id = ?", other.jws(), dossier.id());
        assertThat(test.record.find(dossier.id(), "dost-centre-1")).isEmpty();
    }

    @Test
    void no_root_is_signed_over_an_entry_that_was_edited() {
        test.keep();
        RecordedDossier dossier = test.keep();
        edit(dossier.id(), "dost-centre-1", "somebody-else");
        test.root();
        assertThat(AuditRoot.of(test.jdbc.queryForObject("select jws from audit_root", String.class))
                        .last())
                .isOne();
        test.root();
        assertThat(test.jdbc.queryForObject("select count(*) from audit_root", Integer.class))
                .isOne();
    }

    @Test
    void an_entry_that_was_edited_is_not_shown_to_the_citizen() {
        RecordedDossier dossier = test.keep();
        Trail trail = new Trail(test.jdbc, new Receipts(test.jdbc, test.digests), test.entries, Clock.systemUTC());
        String person = dossier.about().person();
        assertThat(trail.of(person, null, 10).rows()).hasSize(1);
        edit(dossier.id(), "a.quliyeva", "n.nobody");
        assertThat(trail.of(person, null, 10).rows()).isEmpty();
    }

    /** Else whoever edits the newest hides all that are older. */
    @Test
    void an_entry_that_was_edited_ends_no_list() {
        test.keep();
        RecordedDossier newer = test.keep();
        Trail trail = new Trail(test.jdbc, new Receipts(test.jdbc, test.digests), test.entries, Clock.systemUTC());
        String person = newer.about().person();
        edit(newer.id(), "a.quliyeva", "n.nobody");
        Slice<Trail.Step> first = trail.of(person, null, 1);
        assertThat(first.rows()).isEmpty();
        assertThat(trail.of(person, first.next(), 1).rows()).hasSize(1);
    }

    @Test
    void a_correction_is_not_anothers_and_a_step_not_another_one() {
        Corrections corrections = new Corrections(
                test.jdbc,
                test.commit,
                test.bodies,
                test.digests,
                new RowTrust(test.seals, test.changed, UnsealedUntil.NEVER));
        UUID id = test.correct();
        assertThat(corrections.find(id).orElseThrow().state()).isEqualTo(Correction.State.SENT);
        test.jdbc.update("update correction_step set state = 'ACCEPTED' where correction = ?", id);
        assertThat(corrections.find(id).orElseThrow().state()).isEqualTo(Correction.State.RECEIVED);
        test.jdbc.update("update correction set person = ? where id = ?", "c3".repeat(32), id);
        assertThat(corrections.of("c3".repeat(32))).isEmpty();
    }

    @Test
    void a_chain_that_was_edited_with_links_that_fit_is_found_with_the_key() {
        test.root();
        RecordedDossier dossier = test.keep();
        edit(dossier.id(), "CASE/1", "CASE/2");
        assertThat(test.check(database).wrong())
                .anySatisfy(line -> assertThat(line).contains(dossier.id().toString(), "a seal that does not hold"));
        assertThat(new String(dossier.content(), StandardCharsets.UTF_8))
                .contains(dossier.id().toString());
    }
}

package az.dost.vahid.proof.record.check;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.proof.record.LongChain;
import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.proof.record.RecordedDossier;
import az.dost.vahid.proof.record.TestRecord;
import az.dost.vahid.signature.XmlSigner;
import az.dost.vahid.signature.xml.XmlFactories;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chain of some pages and days, which is checked a page at a time; what belongs together stands far apart. */
class LongChainTest {
    private static final int ENTRIES = 3000;
    private static final int DAYS = 3;
    private final HikariDataSource database = RecordDatabase.create();
    private TestRecord test;

    @BeforeEach
    void open(@TempDir Path keys) throws Exception {
        test = new TestRecord(database, keys);
        LongChain.append(test, ENTRIES, DAYS);
        LongChain.sign(test);
    }

    @AfterEach
    void close() throws InterruptedException {
        test.close();
        database.close();
    }

    private List<String> wrong() {
        return test.check(database).wrong();
    }

    private void change(String sql) {
        test.jdbc.update(sql);
    }

    @Test
    void it_holds_and_so_does_what_comes_after_it() throws Exception {
        RecordedDossier dossier = test.keep();
        LongChain.append(test, ENTRIES, DAYS);
        test.record.keepXml(
                dossier.id(),
                new XmlSigner(test.signer).sign(XmlFactories.parse("<dossier/>".getBytes(StandardCharsets.UTF_8))));
        LongChain.sign(test);
        test.stamp();
        Report report = test.check(database);
        assertThat(report.wrong()).isEmpty();
        assertThat(report.noted()).isEmpty();
        assertThat(report.holds())
                .anySatisfy(line -> assertThat(line).contains("from entry 1 to " + (2 * ENTRIES + 3) + ", 1 dossiers"))
                .anySatisfy(line ->
                        assertThat(line).startsWith("Signed roots cover the entries up to " + (2 * ENTRIES + 2)));
    }

    @Test
    void a_form_that_no_later_entry_tells_of_was_put_in() throws SQLException {
        RecordedDossier dossier = test.keep();
        LongChain.append(test, ENTRIES, DAYS);
        change("update dossier set xml = content");
        assertThat(wrong()).containsExactly("Dossier " + dossier.id() + ": the XML form was put in.");
    }

    @Test
    void a_form_that_a_later_entry_tells_of_was_taken_away() throws SQLException {
        RecordedDossier dossier = test.keep();
        LongChain.append(test, ENTRIES, DAYS);
        test.record.keepXml(
                dossier.id(),
                new XmlSigner(test.signer).sign(XmlFactories.parse("<dossier/>".getBytes(StandardCharsets.UTF_8))));
        change("update dossier set xml = null");
        assertThat(wrong())
                .containsExactly(
                        "Dossier " + dossier.id() + ": the XML form was removed, though its time was not over.");
    }

    @Test
    void entries_that_are_missing_over_more_than_a_page_are_missed_as_one_gap() {
        change("delete from audit where sequence between 1000 and 2499");
        assertThat(wrong())
                .contains("Entries 1000 to 2499 are missing.")
                .anySatisfy(line -> assertThat(line).startsWith("Root 1 was signed over other entries"));
    }

    @Test
    void a_number_that_is_far_away_is_found_without_counting_up_to_it() {
        change("update audit set sequence = 4000000000000000000 where sequence = 1000");
        assertThat(wrong())
                .contains(
                        "Entry 1000 is missing.", "Entries " + (ENTRIES + 1) + " to 3999999999999999999 are missing.");
    }

    @Test
    void one_entry_that_was_changed_is_named() {
        change("update audit set entry = replace(entry::text, 'NOT_GRANTED', 'UNKNOWN')::json where sequence = 1777");
        assertThat(wrong())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("Entry 1777 ").endsWith("is not what was written."));
    }

    @Test
    void a_part_of_it_is_checked_by_itself() throws Exception {
        RecordedDossier dossier = test.keep();
        test.record.keepXml(
                dossier.id(),
                new XmlSigner(test.signer).sign(XmlFactories.parse("<dossier/>".getBytes(StandardCharsets.UTF_8))));
        test.stamp();
        assertThat(test.check(database, 1, ENTRIES + 1).wrong())
                .as("the form and the stamp are told of later")
                .isEmpty();
        assertThat(test.check(database, 1500, 2000).wrong()).isEmpty();
        assertThat(test.check(database, ENTRIES + 2, Long.MAX_VALUE).wrong()).isEmpty();
    }

    @Test
    void what_somebody_changed_everywhere_is_told_ten_thousand_times_and_counted() {
        Report report = new Report();
        for (int i = 0; i < 10_005; i++) {
            report.wrong("Entry " + i + " is not what was written.");
        }
        assertThat(report.wrong()).hasSize(10_001).last().isEqualTo("More of what does not hold: 5.");
    }

    @Test
    void a_moment_lets_go_of_its_locks_and_stays_the_same() {
        String entries = "select count(*) from audit";
        try (Moment moment = new Moment(database)) {
            long before = moment.jdbc().queryForObject(entries, Long.class);
            test.keep();
            moment.letGo();
            assertThat(moment.jdbc()
                            .queryForObject(
                                    "select count(*) from pg_locks join pg_class on pg_class.oid = relation where pid = pg_backend_pid()"
                                            + " and relname like 'audit%'",
                                    Integer.class))
                    .isZero();
            assertThat(moment.jdbc().queryForObject(entries, Long.class)).isEqualTo(before);
        }
    }
}

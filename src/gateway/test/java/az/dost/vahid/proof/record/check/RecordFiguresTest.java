package az.dost.vahid.proof.record.check;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.figures.Figures;
import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.proof.record.TestRecord;
import az.dost.vahid.signature.StampSettings;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far the chain is signed and stamped, as operators see it. */
class RecordFiguresTest {
    private static final String AUTHORITY = "http://localhost/";

    @TempDir
    Path folder;

    private final HikariDataSource database = RecordDatabase.create();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private TestRecord test;

    @BeforeEach
    void begin() {
        test = new TestRecord(database, folder.resolve("keys"));
    }

    @AfterEach
    void end() throws InterruptedException {
        test.close();
        database.close();
    }

    private void measure(String authority) {
        RecordFiguresConfiguration its = new RecordFiguresConfiguration();
        StampSettings stamps = new StampSettings(authority, null, 0, 0);
        new Figures(
                        database,
                        List.of(its.rootAge(), its.unsignedEntries(), its.stampAge(stamps), its.unstampedRoots(stamps)),
                        meters)
                .measure();
    }

    private double value(String name) {
        return meters.get(name).gauge().value();
    }

    @Test
    void an_empty_record_has_nothing_to_sign() {
        measure(AUTHORITY);
        assertThat(value("vahid.record.root.age")).isNaN();
        assertThat(value("vahid.record.unsigned")).isZero();
        assertThat(value("vahid.record.stamp.age")).isNaN();
        assertThat(value("vahid.record.unstamped")).isZero();
    }

    @Test
    void what_is_not_signed_or_stamped_is_counted() throws Exception {
        test.keep();
        test.keep();
        test.root();
        test.stamp();
        test.keep();
        test.root();
        test.keep();
        measure(AUTHORITY);
        assertThat(value("vahid.record.root.age")).isBetween(-5.0, 300.0);
        assertThat(value("vahid.record.unsigned")).isEqualTo(1);
        assertThat(value("vahid.record.stamp.age")).isBetween(-5.0, 300.0);
        assertThat(value("vahid.record.unstamped")).isEqualTo(1);
    }

    @Test
    void a_time_stamps_own_entry_is_signed_with_the_next_one() throws Exception {
        test.keep();
        test.root();
        test.stamp();
        test.root();
        measure(AUTHORITY);
        assertThat(value("vahid.record.unsigned")).isEqualTo(1);
        assertThat(value("vahid.record.unstamped")).isZero();
    }

    @Test
    void without_an_authority_nothing_is_said_of_stamps() {
        test.keep();
        test.root();
        measure("");
        assertThat(value("vahid.record.stamp.age")).isNaN();
        assertThat(value("vahid.record.unstamped")).isZero();
    }
}

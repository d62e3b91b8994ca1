package az.dost.vahid.proof.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.sources.ingest.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** A gateway that does not know of seals keeps nothing: the database refuses its rows. */
@Tag("attack")
class NoRowWithoutSealTest {
    /** Rows of snapshots, which nobody sees but through drop_standing; a file gets its seal after its row. */
    private static final List<String> WITHOUT = List.of("drop_file", "drop_row");

    private final HikariDataSource source = RecordDatabase.create();
    private final JdbcTemplate jdbc = new JdbcTemplate(source);

    @AfterEach
    void close() {
        source.close();
    }

    private List<String> tables(String condition) {
        return jdbc.queryForList(
                "select relname from pg_class c join pg_attribute a on attrelid = c.oid where attname = 'mac'"
                        + " and relkind in ('r', 'p') and not relispartition and " + condition + " order by 1",
                String.class);
    }

    @Test
    void each_table_whose_rows_are_sealed_refuses_one_without_a_seal() {
        List<String> open = tables("not attnotnull and not exists (select 1 from pg_constraint where conrelid = c.oid"
                + " and conname = relname || '_sealed')");
        assertThat(open).isEqualTo(WITHOUT);
    }

    @Test
    void an_entry_without_a_seal_is_refused(@TempDir Path keys) throws Exception {
        try (TestRecord test = new TestRecord(source, keys)) {
            test.keep();
            assertThatThrownBy(() -> jdbc.update(
                            "insert into audit (sequence, id, entry, previous, link) select sequence + 1, ?, entry, link,"
                                    + " link from audit order by sequence desc limit 1",
                            test.keep().id()))
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("audit_sealed");
        }
    }

    @Test
    void a_call_under_way_has_no_seal_yet_and_one_that_has_ended_has() {
        String row =
                "insert into exchange (id, client, service, message_id, requester, protocol, verb, received_at, outcome)"
                        + " values (?, 'c', 's', ?, 'r', 'REST', 'GET', now(), ?)";
        jdbc.update(row, UUID.randomUUID(), "1", null);
        assertThatThrownBy(() -> jdbc.update(row, UUID.randomUUID(), "2", "PASSED"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("exchange_sealed");
    }

    @Test
    void rows_from_before_there_were_seals_stay() {
        String url = TestDatabase.create();
        try (HikariDataSource old = RecordDatabase.open(url)) {
            JdbcTemplate before = new JdbcTemplate(old);
            before.execute("drop schema public cascade; create schema public");
            migrate(old, "52");
            before.execute("create table audit_old partition of audit default");
            before.update(
                    "insert into audit (sequence, id, entry, previous, link) values (1, ?, '{}', '\\x00', '\\x00')",
                    UUID.randomUUID());
            migrate(old, "latest");
            assertThat(before.queryForObject("select count(*) from audit where mac is null", Integer.class))
                    .isEqualTo(1);
        }
    }

    private static void migrate(HikariDataSource source, String to) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .target(to)
                .load()
                .migrate();
    }
}

package az.dost.vahid.proof.record.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.proof.record.TestRecord;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Somebody who owns the database changes it; each case below {@code record/tampering} begins with what must be found.
 */
class TamperingTest {
    private static final Path CASES = Path.of("src/gateway/test/resources/record/tampering");
    private static final HikariDataSource DATABASE = RecordDatabase.create();
    private static TestRecord test;

    @BeforeAll
    static void fill(@TempDir Path keys) throws Exception {
        test = new TestRecord(DATABASE, keys);
        test.fill();
    }

    @AfterAll
    static void close() throws InterruptedException {
        test.close();
        DATABASE.close();
    }

    @Test
    void anUntouchedRecordHolds() {
        Report report = test.check(DATABASE);
        assertThat(report.wrong()).isEmpty();
        assertThat(report.holds())
                .anySatisfy(line -> assertThat(line).contains("from entry 1 to 9, 4 dossiers"))
                .anySatisfy(line -> assertThat(line).contains("entries up to 5; the 4 after it wait"))
                .anySatisfy(line -> assertThat(line).contains("A time-stamp authority saw the chain"));
    }

    @TestFactory
    Stream<DynamicTest> isFound() throws IOException {
        List<Path> cases;
        try (Stream<Path> files = Files.list(CASES)) {
            cases = files.sorted().toList();
        }
        assertThat(cases).isNotEmpty();
        return cases.stream()
                .map(file -> dynamicTest(
                        file.getFileName().toString().replace(".sql", "").replace('-', ' '), () -> {
                            String sql = Files.readString(file);
                            String expected =
                                    sql.lines().findFirst().orElseThrow().substring("-- ".length());
                            assertThat(wrongAfter(sql))
                                    .anySatisfy(line -> assertThat(line).containsPattern(expected));
                        }));
    }

    /** Everything happens in a transaction that is rolled back. */
    private static List<String> wrongAfter(String sql) throws SQLException {
        return changed(sql).wrong;
    }

    /** What was wrong after a change, and the keys that the changed row has then, when the change returns them. */
    private record Changed(List<String> wrong, String keys) {}

    private static Changed changed(String sql) throws SQLException {
        try (Connection connection = DATABASE.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                String keys = "";
                if (statement.execute(sql)) {
                    statement.getResultSet().next();
                    keys = statement.getResultSet().getString(1);
                }
                return new Changed(
                        test.check(new SingleConnectionDataSource(connection, true))
                                .wrong(),
                        keys);
            } finally {
                connection.rollback();
            }
        }
    }

    /**
     * Whether a line of the report tells which row it was: by its id or day, by a root's or entry's number, or as the
     * chain's end.
     */
    private static boolean named(Changed change, String table, String keys) {
        return change.wrong.stream()
                .anyMatch(line -> Stream.of((keys + " " + change.keys).split(" "))
                                .anyMatch(key -> key.length() > 6
                                        ? line.contains(key) && line.contains(key.length() == 36 ? "" : "key of")
                                        : key.matches("\\d+")
                                                && line.matches(".*\\b([Rr]oot|[Ee]ntry|[Ee]ntries) " + key + "\\b.*"))
                        || table.equals("audit_head") && line.toLowerCase().contains("chain"));
    }

    /** The columns of a table by which a row is known, as one text. */
    private static String keys(JdbcTemplate jdbc, String table) {
        return String.join(
                        " || ' ' || ",
                        jdbc.queryForList(
                                "select attname || '::text' from pg_index join pg_attribute on attrelid = indrelid"
                                        + " and attnum = any(indkey) where indisprimary and indrelid = ?::regclass",
                                String.class,
                                table))
                + (table.equals("audit") ? " || ' ' || sequence" : "");
    }

    @Test
    void oneByteChangedInAnyColumnOfAnyRowIsFoundAndTheRowIsNamed() throws SQLException {
        JdbcTemplate jdbc = new JdbcTemplate(DATABASE);
        List<String> unnoticed = new ArrayList<>();
        int changes = 0;
        // The tables say themselves that they are of the record.
        List<String> columns = jdbc.queryForList(
                "select table_name || ' ' || column_name || ' ' || data_type from information_schema.columns"
                        + " join pg_class on relname = table_name where table_schema = 'public'"
                        + " and obj_description(pg_class.oid) like 'record: %' and column_name <> 'the_only'",
                String.class);
        for (String column : columns) {
            String[] parts = column.split(" ", 3);
            long rows = jdbc.queryForObject(
                    "select count(*) from " + parts[0] + " where " + parts[1] + " is not null", Long.class);
            assertThat(rows).as("rows to change, " + column).isPositive();
            for (String change : changes(parts[1], parts[2])) {
                String keys = keys(jdbc, parts[0]);
                for (var row : jdbc.queryForList("select tableoid::text || ' and ctid = ''' || ctid || '''' as place, "
                        + keys + " as keys from " + parts[0] + " where " + parts[1] + " is not null")) {
                    String sql = "update " + parts[0] + " set " + parts[1] + " = " + change + " where tableoid = "
                            + row.get("place") + " returning " + keys;
                    Changed changed = changed(sql);
                    changes++;
                    if (!named(changed, parts[0], (String) row.get("keys"))) {
                        unnoticed.add(sql + " of " + row.get("keys") + ": " + changed.wrong);
                    }
                }
            }
        }
        assertThat(unnoticed).isEmpty();
        assertThat(changes).isGreaterThan(100);
    }

    private static List<String> changes(String column, String type) {
        return switch (type) {
            case "bytea" ->
                Stream.of("0", "length(%1$s) / 2", "length(%1$s) - 1")
                        .map(at -> String.format("set_byte(%1$s, " + at + ", get_byte(%1$s, " + at + ") # 1)", column))
                        .toList();
            case "text" ->
                Stream.of("1", "length(%1$s) / 2", "length(%1$s)")
                        .map(at -> String.format(
                                "overlay(%1$s placing chr(ascii(substr(%1$s, " + at + ", 1)) # 1) from " + at
                                        + " for 1)",
                                column))
                        .toList();
            // Within the first value, so that it stays JSON.
            case "json" -> List.of("overlay(" + column + "::text placing 'x' from 12 for 1)::json");
            case "uuid" ->
                List.of("overlay(" + column + "::text placing case substr(" + column
                        + "::text, 36, 1) when '0' then '1' else '0' end" + " from 36 for 1)::uuid");
            case "bigint", "integer", "date" -> List.of(column + " + 1");
            case "timestamp with time zone" -> List.of(column + " + interval '1 ms'");
            default -> throw new IllegalArgumentException(type);
        };
    }
}

package az.dost.vahid.record;

import az.dost.vahid.record.body.RecordId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The day's partitions of the record's tables, made when the day's first row comes. */
final class Partitions {
    static final List<String> TABLES = List.of("audit", "dossier", "evidence");
    /** Two gateways must not make the same partition at once. */
    private static final long LOCK = 0x7661686964L;
    private final Set<LocalDate> there = ConcurrentHashMap.newKeySet();

    /** Commits. */
    void ensure(Connection connection, LocalDate day) throws SQLException {
        if (there.contains(day)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            for (String table : TABLES) {
                statement.execute("create table if not exists " + table + "_" + DateTimeFormatter.BASIC_ISO_DATE.format(day)
                        + " partition of " + table + " for values from ('" + RecordId.start(day) + "') to ('"
                        + RecordId.start(day.plusDays(1)) + "')");
            }
            connection.commit();
        }
        there.add(day);
    }
}

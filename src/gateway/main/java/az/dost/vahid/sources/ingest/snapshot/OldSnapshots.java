package az.dost.vahid.sources.ingest.snapshot;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops the partitions that no agency stands on any more. That takes a lock for which readers would queue, so it is
 * tried for a moment only; what stays is dropped after the next load.
 */
public final class OldSnapshots {
    private static final Logger LOG = LoggerFactory.getLogger(OldSnapshots.class);

    /** @param connection in auto-commit mode */
    public static void drop(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            for (String table : old(sql)) {
                drop(sql, table);
            }
        }
    }

    private static List<String> old(Statement sql) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = sql.executeQuery("""
                select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = 'drop_row'::regclass
                    and not exists (select 1 from drop_standing s where c.relname = 'drop_row_' || s.snapshot)""")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    private static void drop(Statement sql, String table) throws SQLException {
        sql.execute("set lock_timeout = '500ms'");
        try {
            sql.execute("drop table if exists " + table);
        } catch (SQLException e) {
            LOG.debug("{} is still in use and is dropped later: state {}", table, e.getSQLState());
        } finally {
            sql.execute("reset lock_timeout");
        }
    }

    private OldSnapshots() {}
}

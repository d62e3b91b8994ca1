package az.dost.vahid.proof.record;

import az.dost.vahid.proof.record.body.RecordId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The days' partitions of the record's tables. A job makes them ahead. Each is made beside its table and then attached,
 * which lets readers and writers of the table go on: a dump that lasts over midnight keeps nobody waiting.
 */
public final class Partitions {
    private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);
    private static final List<String> TABLES = List.of("audit", "dossier", "evidence");
    /** Two gateways must not make the same partition at once; those of the version before take this lock too. */
    private static final long LOCK = 0x7661686964L;

    private static final int LOCK_MS = 5000;
    private static final int LONGEST_DROP_SECONDS = 600;
    private final DataSource database;
    private final Clock clock;
    private final int ahead;
    private final Set<LocalDate> there = ConcurrentHashMap.newKeySet();

    /** @param ahead for how many days after today they are made */
    public Partitions(DataSource database, Clock clock, int ahead) {
        this.database = database;
        this.clock = clock;
        this.ahead = ahead;
    }

    /**
     * Makes those of today and of the days ahead, as far as they are not there.
     *
     * @throws DataAccessResourceFailureException when the database does not let it; what was made stays
     */
    public void ahead() {
        LocalDate today = today();
        try {
            for (int day = 0; day <= ahead; day++) {
                make(today.plusDays(day));
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The partitions of the next days cannot be made", e);
        }
        there.removeIf(day -> day.isBefore(today.minusDays(ahead)));
    }

    /** Makes today's, so that the first row finds it. */
    void begin() {
        try {
            make(today());
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Today's partitions cannot be made", e);
        }
    }

    /** How many of the days after today have theirs, as far as this gateway knows. */
    int days() {
        LocalDate today = today();
        return (int) there.stream().filter(today::isBefore).count();
    }

    /** Before a day's rows are written: where the job has not come for days, its partitions are made now. */
    void ready(LocalDate day) throws SQLException {
        if (!there.contains(day) && make(day)) {
            LOG.warn(
                    "The partitions of {} were made for its first row: the job that makes them ahead has not run, or a clock is wrong",
                    day);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    /** Whether there was one to make. */
    private boolean make(LocalDate day) throws SQLException {
        boolean made = false;
        if (!there.contains(day)) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                made = !missing(connection, day).isEmpty();
                if (made) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(
                                "set local lock_timeout = " + LOCK_MS + "; select pg_advisory_xact_lock(" + LOCK + ")");
                        for (String table : missing(connection, day)) {
                            statement.execute(
                                    "create table if not exists " + name(table, day) + " (like " + table
                                            + " including defaults including constraints including storage including compression including indexes)");
                            statement.execute("alter table " + table + " attach partition " + name(table, day)
                                    + " for values from ('" + RecordId.start(day) + "') to ('"
                                    + RecordId.start(day.plusDays(1)) + "')");
                        }
                    }
                }
                connection.commit();
            }
            there.add(day);
        }
        return made;
    }

    private static List<String> missing(Connection connection, LocalDate day) throws SQLException {
        List<String> missing = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("select exists (select 1 from pg_inherits"
                + " join pg_class on pg_class.oid = inhrelid where inhparent = to_regclass(?) and relname = ?)")) {
            for (String table : TABLES) {
                query.setString(1, table);
                query.setString(2, name(table, day));
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    if (!row.getBoolean(1)) {
                        missing.add(table);
                    }
                }
            }
        }
        return missing;
    }

    /**
     * Takes a day's partition of a table out and deletes it. It waits for those who read the table, and keeps nobody
     * waiting.
     *
     * @throws DataAccessResourceFailureException when it cannot be done now; what was begun is finished the next time
     */
    void drop(String table, LocalDate day) {
        String name = name(table, day);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(LONGEST_DROP_SECONDS);
            Boolean begun = null;
            try (ResultSet row = statement.executeQuery(
                    "select inhdetachpending from pg_inherits where inhrelid = to_regclass('" + name + "')")) {
                if (row.next()) {
                    begun = row.getBoolean(1);
                }
            }
            if (begun != null) {
                statement.execute(
                        "alter table " + table + " detach partition " + name + (begun ? " finalize" : " concurrently"));
            }
            statement.execute("drop table if exists " + name);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The partition " + name + " cannot be deleted now", e);
        }
    }

    private static String name(String table, LocalDate day) {
        return table + "_" + DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}

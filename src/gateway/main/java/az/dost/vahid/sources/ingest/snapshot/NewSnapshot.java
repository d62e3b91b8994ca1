package az.dost.vahid.sources.ingest.snapshot;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.drop.DropRefused;
import az.dost.vahid.drop.RowFinding;
import az.dost.vahid.sources.ingest.drop.DropFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A full file: its rows become a partition of their own, beside the standing one. */
public final class NewSnapshot implements RowTarget {
    private static final int MAX_FINDINGS = 100;
    private final Connection connection;
    private final SnapshotState standing;
    private final DropFile file;
    private final DropSeals seals;
    private long snapshot;
    private String table;

    public NewSnapshot(Connection connection, SnapshotState standing, DropFile file, DropSeals seals) {
        this.connection = connection;
        this.standing = standing;
        this.file = file;
        this.seals = seals;
    }

    @Override
    public String table() throws SQLException {
        snapshot = next(connection);
        table = partition(snapshot);
        create(connection, snapshot, file);
        return table;
    }

    /** A table like drop_row for one snapshot and, by default, one file. */
    static void create(Connection connection, long snapshot, DropFile file) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(
                    "create table " + partition(snapshot) + " (like drop_row, check (snapshot = " + snapshot + "))");
            sql.execute("alter table " + partition(snapshot) + " alter snapshot set default " + snapshot
                    + ", alter file set default " + file.id() + ", alter version set default " + file.version());
        }
    }

    static long next(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet next = sql.executeQuery("select nextval('drop_snapshot')")) {
            next.next();
            return next.getLong(1);
        }
    }

    static String partition(long snapshot) {
        return "drop_row_" + snapshot;
    }

    /** Readers are not held up: attaching takes no lock that a reader's conflicts with. */
    static void attach(Connection connection, long snapshot) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("alter table drop_row attach partition " + partition(snapshot) + " for values in (" + snapshot
                    + ")");
        }
    }

    @Override
    public SnapshotState apply(RowSum copied, boolean distinct) throws SQLException {
        boolean others;
        try (Statement sql = connection.createStatement()) {
            if (!distinct) {
                refuseDuplicates(sql);
            }
            sql.execute("create unique index on " + table + " (fin)");
            others = carryOver(sql);
            sql.execute("analyze " + table);
            sql.execute("update drop_file set left_at = now() where agency = (select agency from drop_file where id = "
                    + file.id() + ") and version < " + file.version() + " and left_at is null");
        }
        attach(connection, snapshot);
        RowSum sum = others ? new RowSum(seals, null).with(connection, "select fin, mac from " + table, false) : copied;
        return standing.after(snapshot, file.version(), file, sum.bytes());
    }

    private void refuseDuplicates(Statement sql) throws SQLException {
        if (!anyTwice(sql)) {
            return;
        }
        List<RowFinding> findings = new ArrayList<>();
        try (ResultSet again = sql.executeQuery(
                "select row_number, first from (select row_number, min(row_number) over (partition by fin) "
                        + "as first from " + table + ") each where row_number > first order by row_number limit "
                        + MAX_FINDINGS)) {
            while (again.next()) {
                findings.add(RowFinding.row(
                        again.getLong(1), null, "The FIN stands in row " + again.getLong(2) + " already"));
            }
        }
        throw new DropRefused(Reason.MALFORMED, "A citizen stands in the file more than once", findings);
    }

    /**
     * Half the work of telling which. The unique index is not left to find out: its error would bring a FIN into the
     * database's log.
     */
    private boolean anyTwice(Statement sql) throws SQLException {
        try (ResultSet twice =
                sql.executeQuery("select exists (select from (select fin = lag(fin) over (order by fin) as again from "
                        + table + ") each where again)")) {
            twice.next();
            return twice.getBoolean(1);
        }
    }

    /**
     * A full file may come late, after changes of later days were taken in: those stay. Gives whether there could be
     * any.
     */
    private boolean carryOver(Statement sql) throws SQLException {
        boolean late = standing.exists() && standing.newestVersion() > file.version();
        if (late) {
            sql.execute(
                    "insert into " + table + " (snapshot, fin, file, row_number, version, facts, source, mac) select "
                            + snapshot
                            + ", fin, file, row_number, version, facts, source, mac from "
                            + partition(standing.snapshot()) + " where version > " + file.version()
                            + " on conflict (fin) do update set file = excluded.file, row_number = excluded.row_number, "
                            + "version = excluded.version, facts = excluded.facts, source = excluded.source, mac = excluded.mac");
        }
        return late;
    }
}

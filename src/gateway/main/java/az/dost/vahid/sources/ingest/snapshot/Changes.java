package az.dost.vahid.sources.ingest.snapshot;

import az.dost.vahid.sources.ingest.drop.DropFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A file of changes: rows of the standing snapshot are added, corrected and deleted in place, each only by a file that
 * is not older than the one it came from. Of several rows on one citizen the last one counts.
 */
public final class Changes implements RowTarget {
    private static final String STAGE = "drop_stage";
    private final Connection connection;
    private final SnapshotState standing;
    private final DropFile file;
    private final DropSeals seals;

    public Changes(Connection connection, SnapshotState standing, DropFile file, DropSeals seals) {
        this.connection = connection;
        this.standing = standing;
        this.file = file;
        this.seals = seals;
    }

    @Override
    public String table() throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("create temporary table " + STAGE
                    + " (fin text, row_number bigint, facts json, source text, mac bytea) on commit drop");
        }
        return STAGE;
    }

    @Override
    public SnapshotState apply(RowSum copied, boolean distinct) throws SQLException {
        long snapshot = standing.exists() ? standing.snapshot() : first();
        String rows = NewSnapshot.partition(snapshot);
        RowSum sum = new RowSum(seals, standing.sum())
                .with(
                        connection,
                        "select fin, mac from " + rows + " held where version <= " + file.version()
                                + " and exists (select 1 from " + STAGE + " s where s.fin = held.fin)",
                        true);
        try (Statement sql = connection.createStatement()) {
            sql.execute("insert into " + NewSnapshot.partition(snapshot)
                    + " as held (snapshot, fin, file, row_number, version, facts, source, mac) "
                    + "select distinct on (fin) " + snapshot + ", fin, " + file.id() + ", row_number, " + file.version()
                    + ", facts, source, mac from "
                    + STAGE + " order by fin, row_number desc on conflict (fin) do update set file = excluded.file, "
                    + "row_number = excluded.row_number, version = excluded.version, facts = excluded.facts, source = excluded.source, "
                    + "mac = excluded.mac "
                    + "where held.version <= excluded.version");
            if (standing.baseVersion() == 0) {
                // No full file will ever come, with which all files before it leave.
                sql.execute(
                        "update drop_file set left_at = now() where agency = (select agency from drop_file where id = "
                                + file.id()
                                + ") and state = 'LOADED' and left_at is null and id not in (select file from "
                                + NewSnapshot.partition(snapshot) + ")");
            }
        }
        sum.with(connection, "select fin, mac from " + rows + " where file = " + file.id(), false);
        return standing.after(snapshot, standing.baseVersion(), file, sum.bytes());
    }

    private long first() throws SQLException {
        long snapshot = NewSnapshot.next(connection);
        NewSnapshot.create(connection, snapshot, file);
        try (Statement sql = connection.createStatement()) {
            sql.execute("create unique index on " + NewSnapshot.partition(snapshot) + " (fin)");
        }
        NewSnapshot.attach(connection, snapshot);
        return snapshot;
    }
}

package az.dost.vahid.sources.ingest.snapshot;

import az.dost.vahid.drop.DropPostponed;
import az.dost.vahid.sources.ingest.drop.DropFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Which snapshot of an agency stands.
 *
 * @param snapshot 0 when there is none yet
 * @param baseVersion version of the full file below it, 0 where there is none
 * @param newestFile id in drop_file
 * @param newestVersion version of that file
 * @param sum of the rows, see {@link RowSum}; null where none was made
 */
public record SnapshotState(long snapshot, long baseVersion, long newestFile, long newestVersion, byte[] sum) {
    private static final SnapshotState NONE = new SnapshotState(0, 0, 0, 0, null);

    /**
     * The one that stands. Where it is not what was written, a file of changes cannot be built on it, and a full file
     * is taken as the first one.
     *
     * @param full whether it is for a full file
     * @throws DropPostponed when it is needed and not to be believed
     */
    public static SnapshotState of(Connection connection, DropSeals seals, boolean full) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select s.snapshot, s.base_version, s.newest_file, f.version, s.row_sum, s.mac
                from drop_standing s join drop_file f on f.id = s.newest_file where s.agency = ?""")) {
            query.setString(1, seals.agency());
            try (ResultSet found = query.executeQuery()) {
                if (!found.next()) {
                    return NONE;
                }
                SnapshotState state = new SnapshotState(
                        found.getLong(1), found.getLong(2), found.getLong(3), found.getLong(4), found.getBytes(5));
                if (seals.holdsStanding(found.getBytes(6), state)
                        || seals.until().passes(found.getBytes(6))) {
                    return state;
                }
                if (full) {
                    return NONE;
                }
                throw new DropPostponed(
                        "What stands of the agency's files has no seal that holds. Leave a full file; see run.md, \"Rows without a seal\"");
            }
        }
    }

    public boolean exists() {
        return snapshot != 0;
    }

    /** The state after a file; an older one does not become the newest. */
    SnapshotState after(long itsSnapshot, long itsBaseVersion, DropFile file, byte[] itsSum) {
        boolean newer = file.version() >= newestVersion;
        return new SnapshotState(
                itsSnapshot,
                itsBaseVersion,
                newer ? file.id() : newestFile,
                newer ? file.version() : newestVersion,
                itsSum);
    }

    /** Makes this the standing state, for all other connections at the commit. */
    public void stand(Connection connection, DropSeals seals) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into drop_standing (agency, snapshot, base_version, newest_file, row_sum, mac)
                values (?, ?, ?, ?, ?, ?)
                on conflict (agency) do update set snapshot = excluded.snapshot, base_version = excluded.base_version,
                    newest_file = excluded.newest_file, row_sum = excluded.row_sum, mac = excluded.mac""")) {
            upsert.setString(1, seals.agency());
            upsert.setLong(2, snapshot);
            upsert.setLong(3, baseVersion);
            upsert.setLong(4, newestFile);
            upsert.setBytes(5, sum);
            upsert.setBytes(6, seals.standing(this));
            upsert.executeUpdate();
        }
    }
}

package az.dost.vahid.ingest.snapshot;

import az.dost.vahid.ingest.drop.DropFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Which snapshot of an agency stands.
 *
 * @param snapshot      0 when there is none yet
 * @param baseVersion   version of the full file below it, 0 where there is none
 * @param newestFile    id in drop_file
 * @param newestVersion version of that file
 */
public record SnapshotState(long snapshot, long baseVersion, long newestFile, long newestVersion) {
    private static final SnapshotState NONE = new SnapshotState(0, 0, 0, 0);

    public static SnapshotState of(Connection connection, String agency) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select s.snapshot, s.base_version, s.newest_file, f.version
                from drop_standing s join drop_file f on f.id = s.newest_file where s.agency = ?""")) {
            query.setString(1, agency);
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? new SnapshotState(found.getLong(1), found.getLong(2), found.getLong(3), found.getLong(4)) : NONE;
            }
        }
    }

    public boolean exists() {
        return snapshot != 0;
    }

    /** The state after a file; an older one does not become the newest. */
    SnapshotState after(long itsSnapshot, long itsBaseVersion, DropFile file) {
        boolean newer = file.version() >= newestVersion;
        return new SnapshotState(itsSnapshot, itsBaseVersion, newer ? file.id() : newestFile, newer ? file.version() : newestVersion);
    }

    /** Makes this the standing state, for all other connections at the commit. */
    public void stand(Connection connection, String agency) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into drop_standing (agency, snapshot, base_version, newest_file) values (?, ?, ?, ?)
                on conflict (agency) do update set snapshot = excluded.snapshot, base_version = excluded.base_version,
                    newest_file = excluded.newest_file""")) {
            upsert.setString(1, agency);
            upsert.setLong(2, snapshot);
            upsert.setLong(3, baseVersion);
            upsert.setLong(4, newestFile);
            upsert.executeUpdate();
        }
    }
}

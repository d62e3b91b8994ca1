package az.dost.vahid.sources.ingest.snapshot;

import az.dost.vahid.proof.trust.ChangedRows;
import az.dost.vahid.proof.trust.UnsealedUntil;
import az.dost.vahid.signature.key.RowSeals;
import az.dost.vahid.sources.ingest.drop.DropFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether what lookups read of file drops is what was loaded. What is not is told to the operators, and nobody gets it.
 */
public final class RowCheck {
    private final RowSeals seals;
    private final ChangedRows changed;
    private final UnsealedUntil until;
    /** By agency, the snapshot of which a sweep missed rows. */
    private final Map<String, Long> incomplete = new ConcurrentHashMap<>();

    public RowCheck(RowSeals seals, ChangedRows changed, UnsealedUntil until) {
        this.seals = seals;
        this.changed = changed;
        this.until = until;
    }

    /**
     * @param row of {@link Snapshots#FIND}; a row of the citizen's, his deleted one too, must be of the file that it
     *     names, and of one that stands
     */
    boolean holds(ResultSet row) throws SQLException {
        String agency = row.getString("agency");
        DropSeals its = new DropSeals(seals, agency, until);
        return standing(row, its)
                && file(row, "newest_", row.getLong("newest_file"), its)
                && (row.getString("fin") == null
                        ? !missed(row)
                        : file(row, "own_", row.getLong("file"), its) && row(row, its));
    }

    boolean standing(ResultSet row, DropSeals its) throws SQLException {
        byte[] mac = row.getBytes("mac");
        return told(
                changed.unsealed("drop_standing", until, mac)
                        || its.holdsStanding(
                                mac,
                                new SnapshotState(
                                        row.getLong("snapshot"),
                                        row.getLong("base_version"),
                                        row.getLong("newest_file"),
                                        0,
                                        row.getBytes("row_sum"))),
                "drop_standing",
                its);
    }

    boolean file(ResultSet row, String prefix, long id, DropSeals its) throws SQLException {
        byte[] mac = row.getBytes(prefix + "mac");
        return told(
                changed.unsealed("drop_file", until, mac)
                        || its.holdsFile(
                                mac,
                                new DropFile(id, row.getLong(prefix + "version")),
                                row.getString(prefix + "name"),
                                row.getString(prefix + "digest"),
                                row.getTimestamp(prefix + "as_of"),
                                row.getString(prefix + "signer"),
                                row.getLong(prefix + "row_count"),
                                row.getBoolean(prefix + "stated")),
                "drop_file",
                its);
    }

    private boolean row(ResultSet row, DropSeals its) throws SQLException {
        byte[] mac = row.getBytes("row_mac");
        long version = row.getLong("version");
        return told(
                version >= row.getLong("base_version")
                        && version == row.getLong("own_version")
                        && (changed.unsealed("drop_row", until, mac)
                                || its.holdsRow(
                                        mac,
                                        new DropFile(row.getLong("file"), version),
                                        row.getLong("row_number"),
                                        row.getString("fin"),
                                        row.getString("facts"),
                                        row.getString("source"))),
                "drop_row",
                its);
    }

    private boolean told(boolean holds, String table, DropSeals its) {
        if (!holds) {
            changed.found(table, its.agency());
        }
        return holds;
    }

    /** Keeps whether the last sweep found every row of a snapshot, and none beside. */
    void complete(String agency, long snapshot, boolean complete) {
        if (complete) {
            incomplete.remove(agency);
        } else {
            incomplete.put(agency, snapshot);
            changed.found("drop_row", agency + ", rows that are missing or were put in");
        }
    }

    private boolean missed(ResultSet row) throws SQLException {
        return Long.valueOf(row.getLong("snapshot")).equals(incomplete.get(row.getString("agency")));
    }

    DropSeals of(String agency) {
        return new DropSeals(seals, agency, until);
    }
}

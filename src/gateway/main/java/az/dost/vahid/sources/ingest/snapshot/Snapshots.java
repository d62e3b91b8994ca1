package az.dost.vahid.sources.ingest.snapshot;

import az.dost.vahid.json.Json;
import az.dost.vahid.sources.ingest.drop.Backlog;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows of file drops, for lookups: one query for all agencies, which sees either all of a file or nothing of it.
 * Throws Spring's DataAccessException when the database fails.
 */
public final class Snapshots {
    private static final ObjectMapper JSON = Json.mapper();
    private static final String FILE =
            "%1$s.id as %1$s_id, %1$s.mac as %1$s_mac, %1$s.version as %1$s_version, %1$s.name as %1$s_name, "
                    + "%1$s.digest as %1$s_digest, %1$s.as_of as %1$s_as_of, %1$s.signer as %1$s_signer, %1$s.row_count as %1$s_row_count, "
                    + "%1$s.statement is not null as %1$s_stated";
    private static final String NEWEST = FILE.formatted("newest");
    /**
     * The row stands in a subquery with a limit, so that PostgreSQL looks into one index of one partition for each
     * agency.
     */
    static final String FIND =
            "select s.agency, s.snapshot, s.base_version, s.newest_file, s.row_sum, s.mac, r.fin, r.file, r.version, r.row_number, "
                    + "r.facts, r.source, r.mac as row_mac, " + NEWEST + ", " + FILE.formatted("own") + """
             from drop_standing s
            join drop_file newest on newest.id = s.newest_file
            left join lateral (select fin, facts, file, version, row_number, source, mac from drop_row
                where snapshot = s.snapshot and fin = ? limit 1) r on true
            left join drop_file own on own.id = r.file
            where s.agency = any(?)""";

    private static final String STANDING =
            "select s.agency, s.snapshot, s.base_version, s.newest_file, s.row_sum, s.mac, " + NEWEST
                    + " from drop_standing s join drop_file newest on newest.id = s.newest_file where s.agency = ?";
    private final JdbcTemplate database;
    private final Backlog backlog;
    private final RowCheck check;

    public Snapshots(JdbcTemplate database, Backlog backlog, RowCheck check) {
        this.database = database;
        this.backlog = backlog;
        this.check = check;
    }

    /**
     * By agency; of one that no file has been loaded for, there is nothing, and {@link SnapshotRecord#CHANGED} where it
     * is not what was loaded.
     */
    public Map<String, SnapshotRecord> find(Collection<String> agencies, String fin) {
        Map<String, SnapshotRecord> found = new HashMap<>();
        database.query(
                connection -> {
                    PreparedStatement query = connection.prepareStatement(FIND);
                    query.setString(1, fin);
                    query.setArray(2, connection.createArrayOf("text", agencies.toArray()));
                    return query;
                },
                row -> {
                    found.put(row.getString("agency"), held(row));
                });
        return found;
    }

    /** Empty while no file has been loaded, or what stands is not what was loaded. */
    public Optional<NewestFile> standing(String agency) {
        return database.query(STANDING, (row, number) -> standing(row), agency).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<NewestFile> standing(ResultSet row) throws SQLException {
        DropSeals its = check.of(row.getString("agency"));
        return check.standing(row, its) && check.file(row, "newest_", row.getLong("newest_file"), its)
                ? Optional.of(new NewestFile(
                        instant(row, "newest_as_of"),
                        row.getString("newest_digest"),
                        row.getString("newest_signer"),
                        row.getLong("newest_row_count"),
                        row.getString("newest_name")))
                : Optional.empty();
    }

    /** Whether a snapshot stands and this gateway found no file waiting when it last looked. */
    public boolean settled(String agency) {
        return backlog.clear(agency) && standing(agency).isPresent();
    }

    /**
     * A file without a statement was loaded by a gateway that did not keep rows as it read them: what stands there is
     * an earlier file's.
     */
    private SnapshotRecord held(ResultSet row) throws SQLException {
        if (!check.holds(row)) {
            return SnapshotRecord.CHANGED;
        }
        String facts = row.getString("facts");
        String file = facts == null ? "newest_" : "own_";
        return new SnapshotRecord(
                facts(facts),
                instant(row, row.getLong("base_version") == 0 ? file + "as_of" : "newest_as_of"),
                row.getString(file + "digest"),
                row.getString(file + "signer"),
                facts == null ? 0 : row.getLong("row_number"),
                facts != null && row.getBoolean("own_stated") ? row.getString("source") : null,
                row.getString(file + "name"),
                instant(row, "newest_as_of"));
    }

    private static JsonNode facts(String json) {
        try {
            return json == null ? JSON.createObjectNode() : JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row's facts are not JSON");
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    /**
     * The newest file behind an agency's standing snapshot: what proves that a citizen without a row has no record.
     *
     * @param asOf start of the file's date in Azerbaijan
     * @param fileDigest {@code sha-256:<hex>} of the file as the agency left it; it is archived under it
     * @param signer who signed it
     * @param rows of that file
     */
    public record NewestFile(Instant asOf, String fileDigest, String signer, long rows, String fileName) {}
}

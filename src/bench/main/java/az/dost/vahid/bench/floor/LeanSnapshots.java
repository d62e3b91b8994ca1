package az.dost.vahid.bench.floor;

import az.dost.vahid.sources.ingest.snapshot.SnapshotRecord;
import az.dost.vahid.sources.ingest.snapshot.Snapshots;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/**
 * The floor's look into the standing snapshots: all agencies in one query, with what {@link Snapshots} reads in
 * several.
 */
public final class LeanSnapshots {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIND = """
            select s.agency, r.facts, case when s.base_version = 0 and own.id is not null then own.as_of else newest.as_of end,
                coalesce(own.digest, newest.digest), coalesce(own.signer, newest.signer), coalesce(r.row_number, 0), r.source,
                coalesce(own.name, newest.name), newest.as_of
            from drop_standing s
            join drop_file newest on newest.id = s.newest_file
            left join drop_row r on r.snapshot = s.snapshot and r.fin = ? and r.facts is not null
            left join drop_file own on own.id = r.file
            where s.agency = any(?)""";
    private final DataSource database;

    /** Facts are null when the register has no row. */
    public record Row(String agency, SnapshotRecord held) {}

    public LeanSnapshots(DataSource database) {
        this.database = database;
    }

    public List<Row> find(String fin, Collection<String> agencies) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(FIND)) {
            query.setString(1, fin);
            query.setArray(2, connection.createArrayOf("text", agencies.toArray()));
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getString(1),
                            new SnapshotRecord(
                                    facts(row.getString(2)),
                                    row.getTimestamp(3).toInstant(),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getLong(6),
                                    row.getString(7),
                                    row.getString(8),
                                    row.getTimestamp(9).toInstant())));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode facts(String json) {
        try {
            return json == null ? null : JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

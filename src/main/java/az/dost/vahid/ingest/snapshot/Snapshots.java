package az.dost.vahid.ingest.snapshot;

import az.dost.vahid.ingest.drop.Backlog;
import az.dost.vahid.json.Json;
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
 * The rows of file drops, for lookups: one query for all agencies, which sees either all of a file or nothing of it. Throws
 * Spring's DataAccessException when the database fails.
 */
public final class Snapshots {
    private static final ObjectMapper JSON = Json.mapper();
    /**
     * The row stands in a subquery with a limit, so that PostgreSQL looks into one index of one partition for each agency. A file without a
     * statement was loaded by a gateway that did not keep rows as it read them: what stands there is an earlier file's.
     */
    static final String FIND = """
            select s.agency, r.facts, case when s.base_version = 0 and r.file is not null then own.as_of else newest.as_of end as as_of,
                coalesce(own.digest, newest.digest) as digest, coalesce(own.signer, newest.signer) as signer,
                coalesce(r.row_number, 0) as row_number,
                case when own.statement is not null then r.source end as source, coalesce(own.name, newest.name) as name, newest.as_of as newest
            from drop_standing s
            join drop_file newest on newest.id = s.newest_file
            left join lateral (select facts, file, row_number, source from drop_row
                where snapshot = s.snapshot and fin = ? and facts is not null limit 1) r on true
            left join drop_file own on own.id = r.file
            where s.agency = any(?)""";
    private static final String STANDING = """
            select f.as_of, f.digest, f.signer, f.row_count, f.name
            from drop_standing s join drop_file f on f.id = s.newest_file where s.agency = ?""";
    private final JdbcTemplate database;
    private final Backlog backlog;

    public Snapshots(JdbcTemplate database, Backlog backlog) {
        this.database = database;
        this.backlog = backlog;
    }

    /** By agency; of one that no file has been loaded for, there is nothing. */
    public Map<String, Held> find(Collection<String> agencies, String fin) {
        Map<String, Held> found = new HashMap<>();
        database.query(connection -> {
            PreparedStatement query = connection.prepareStatement(FIND);
            query.setString(1, fin);
            query.setArray(2, connection.createArrayOf("text", agencies.toArray()));
            return query;
        }, row -> {
            found.put(row.getString("agency"), held(row));
        });
        return found;
    }

    /** Empty while no file has been loaded. */
    public Optional<Standing> standing(String agency) {
        return database.query(STANDING, (row, number) -> new Standing(instant(row, "as_of"), row.getString("digest"),
                row.getString("signer"), row.getLong("row_count"), row.getString("name")), agency).stream().findFirst();
    }

    /** Whether a snapshot stands and this gateway found no file waiting when it last looked. */
    public boolean settled(String agency) {
        return backlog.clear(agency) && standing(agency).isPresent();
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(facts(row.getString("facts")), instant(row, "as_of"), row.getString("digest"), row.getString("signer"),
                row.getLong("row_number"), row.getString("source"), row.getString("name"), instant(row, "newest"));
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
}

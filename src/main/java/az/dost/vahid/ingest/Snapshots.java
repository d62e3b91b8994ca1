package az.dost.vahid.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows of file drops, for lookups: one indexed query each, which sees either all of a file or nothing of it. Throws
 * Spring's DataAccessException when the database fails.
 */
public final class Snapshots {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The snapshot stands in a subquery so that PostgreSQL knows the one partition before it looks into any. */
    static final String FIND = """
            select r.facts, case when s.base_version = 0 then own.as_of else newest.as_of end as as_of,
                own.digest, own.signer, r.row_number, own.name, newest.as_of as newest
            from drop_row r
            join drop_file own on own.id = r.file
            join drop_standing s on s.agency = own.agency
            join drop_file newest on newest.id = s.newest_file
            where r.snapshot = (select snapshot from drop_standing where agency = ?) and r.fin = ? and r.facts is not null""";
    private static final String STANDING = """
            select f.as_of, f.digest, f.signer, f.row_count, f.name
            from drop_standing s join drop_file f on f.id = s.newest_file where s.agency = ?""";
    private final JdbcTemplate database;
    private final Backlog backlog;

    Snapshots(JdbcTemplate database, Backlog backlog) {
        this.database = database;
        this.backlog = backlog;
    }

    /** Empty when the snapshot holds no row on the citizen, and when there is none: {@link #standing} tells which. */
    public Optional<Held> find(String agency, String fin) {
        return database.query(FIND, (row, number) -> held(row), agency, fin).stream().findFirst();
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
                row.getLong("row_number"), row.getString("name"), instant(row, "newest"));
    }

    private static JsonNode facts(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row's facts are not JSON");
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}

package az.dost.vahid.journeys.watch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What of each citizen was last seen that an event would tell: keyed hashes, from which nothing can be read. */
final class SeenDigests {
    private static final String INSERT =
            "insert into watched_fact (agency, type, person, digest, as_of) values (?, ?, ?, ?, ?) on conflict (agency, type, person) do ";
    private final JdbcTemplate jdbc;

    /** @param asOf of the file or the answer in which it was seen first */
    record Seen(String digest, Instant asOf) {}

    SeenDigests(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By person, what was seen of those who were seen before. */
    Map<String, Seen> of(String agency, String type, List<SeenFact> facts) {
        Map<String, Seen> seen = new HashMap<>();
        jdbc.query(
                "select person, digest, as_of from watched_fact where agency = ? and type = ? and person = any (?)",
                row -> {
                    seen.put(
                            row.getString(1),
                            new Seen(row.getString(2), row.getTimestamp(3).toInstant()));
                },
                agency,
                type,
                facts.stream().map(SeenFact::person).toArray(String[]::new));
        return seen;
    }

    void keep(String agency, String type, Collection<SeenFact> facts) {
        write("update set digest = excluded.digest, as_of = excluded.as_of", agency, type, facts);
    }

    /** Keeps those of whom nothing was seen yet; what another gateway has seen meanwhile stays. */
    void begin(String agency, String type, Collection<SeenFact> facts) {
        write("nothing", agency, type, facts);
    }

    private void write(String otherwise, String agency, String type, Collection<SeenFact> facts) {
        // In one order for all, lest two gateways wait for each other.
        jdbc.batchUpdate(
                INSERT + otherwise,
                facts.stream()
                        .sorted(Comparator.comparing(SeenFact::person))
                        .map(seen ->
                                new Object[] {agency, type, seen.person(), seen.digest(), Timestamp.from(seen.asOf())})
                        .toList());
    }

    /** Whether what was seen before was still the last; only one of several gateways is told so. */
    static boolean replace(Connection connection, String agency, String type, SeenFact fact, String before)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update watched_fact set digest = ?, as_of = ? where agency = ? and type = ? and person = ? and digest = ?")) {
            update.setString(1, fact.digest());
            update.setTimestamp(2, Timestamp.from(fact.asOf()));
            update.setString(3, agency);
            update.setString(4, type);
            update.setString(5, fact.person());
            update.setString(6, before);
            return update.executeUpdate() > 0;
        }
    }
}

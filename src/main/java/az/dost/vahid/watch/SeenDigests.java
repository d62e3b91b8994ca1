package az.dost.vahid.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What of each citizen was last seen of a fact: keyed hashes, from which nothing can be read. */
final class SeenDigests {
    private final JdbcTemplate jdbc;

    SeenDigests(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By person, the digests of those who were seen before. */
    Map<String, String> of(String agency, String fact, List<SeenFact> facts) {
        Map<String, String> digests = new HashMap<>();
        jdbc.query("select person, digest from watched_fact where agency = ? and fact = ? and person = any (?)",
                row -> { digests.put(row.getString(1), row.getString(2)); }, agency, fact, facts.stream().map(SeenFact::person).toArray(String[]::new));
        return digests;
    }

    void keep(String agency, String fact, List<SeenFact> facts) {
        jdbc.batchUpdate("insert into watched_fact (agency, fact, person, digest) values (?, ?, ?, ?) on conflict (agency, fact, person) "
                + "do update set digest = excluded.digest", facts.stream().map(seen -> new Object[] {agency, fact, seen.person(), seen.digest()}).toList());
    }
}

package az.dost.vahid.proof.trust;

import az.dost.vahid.problem.StartException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a database must hold to, so that what it says to have kept is kept: settings {@code vahid.database.*}.
 *
 * @param durable whether one that does not stops the start
 * @param standbys how many standbys must have a commit before it counts
 */
@ConfigurationProperties("vahid.database")
record Durability(boolean durable, int standbys) {
    /** What it lacks, in sentences. */
    List<String> lacking(JdbcTemplate jdbc) {
        List<String> lacking = new ArrayList<>();
        for (String name : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            if (setting(jdbc, name).equals("off")) {
                lacking.add(name + " is off: what was said to be recorded may be lost when its machine stops");
            }
        }
        int waited = Standbys.awaited(setting(jdbc, "synchronous_commit"), setting(jdbc, "synchronous_standby_names"));
        if (waited < standbys) {
            lacking.add("commits wait for " + waited + " standbys and vahid.database.standbys asks for " + standbys
                    + ": see synchronous_standby_names and synchronous_commit");
        }
        return lacking;
    }

    /** @throws StartException naming all that it lacks, in one line, where that stops a start */
    void demand(JdbcTemplate jdbc) {
        List<String> lacking = durable ? lacking(jdbc) : List.of();
        if (!lacking.isEmpty()) {
            throw new StartException(
                    "The database may lose what was answered, so this gateway does not join (vahid.database.durable): "
                            + String.join("; ", lacking));
        }
    }

    private static String setting(JdbcTemplate jdbc, String name) {
        return jdbc.queryForObject("select current_setting(?)", String.class, name);
    }
}

package az.dost.vahid.proof.trust;

import az.dost.vahid.problem.StartException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /**
     * For how many standbys a commit waits, by PostgreSQL's own settings: how many there are is nothing that an
     * ordinary user may ask.
     */
    static final class Standbys {
        /** Others do not wait until a standby has it on its disk. */
        private static final Set<String> WAITING = Set.of("on", "remote_apply");

        private static final Pattern NUMBERED = Pattern.compile("(?i)\\s*(?:(?:FIRST|ANY)\\s+)?(\\d+)\\s*\\(.*\\)\\s*");

        /**
         * @param commit {@code synchronous_commit}
         * @param names {@code synchronous_standby_names}: a list of names stands for one of them
         */
        static int awaited(String commit, String names) {
            if (!WAITING.contains(commit) || names.isBlank()) {
                return 0;
            }
            Matcher numbered = NUMBERED.matcher(names);
            return numbered.matches() ? Integer.parseInt(numbered.group(1)) : 1;
        }

        private Standbys() {}
    }
}

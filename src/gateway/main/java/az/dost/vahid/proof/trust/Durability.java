package az.dost.vahid.proof.trust;

import az.dost.vahid.job.Arrival;
import az.dost.vahid.problem.StartException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a database must hold to, so that what it says to have kept is kept: settings {@code vahid.database.*}.
 *
 * @param durable whether one that does not stops the start
 * @param standbys how many standbys must have a commit before it counts
 * @param patienceMs how long a start waits until commits wait for so many, milliseconds
 */
@ConfigurationProperties("vahid.database")
record Durability(boolean durable, int standbys, long patienceMs) {
    /** What it lacks, in sentences. */
    List<String> lacking(JdbcTemplate jdbc) {
        return Stream.concat(switchedOff(jdbc).stream(), tooFew(jdbc).stream()).toList();
    }

    private static List<String> switchedOff(JdbcTemplate jdbc) {
        return Stream.of("fsync", "full_page_writes", "synchronous_commit")
                .filter(name -> setting(jdbc, name).equals("off"))
                .map(name -> name + " is off: what was said to be recorded may be lost when its machine stops")
                .toList();
    }

    private Optional<String> tooFew(JdbcTemplate jdbc) {
        int waited = Standbys.awaited(setting(jdbc, "synchronous_commit"), setting(jdbc, "synchronous_standby_names"));
        return waited >= standbys
                ? Optional.empty()
                : Optional.of("commits wait for " + waited + " standbys and vahid.database.standbys asks for "
                        + standbys + ": see synchronous_standby_names and synchronous_commit");
    }

    /**
     * What is switched off stays so; a standby may come, and is waited for: whoever looks after the databases names it
     * in their settings then.
     *
     * @throws StartException naming all that it lacks, in one line, where that stops a start
     */
    void demand(JdbcTemplate jdbc) {
        if (durable && !switchedOff(jdbc).isEmpty()) {
            throw new StartException(
                    "The database may lose what was answered, so this gateway does not join (vahid.database.durable): "
                            + String.join("; ", lacking(jdbc)));
        }
        if (durable) {
            Arrival.await(
                    "the standby of the database",
                    Duration.ofMillis(patienceMs),
                    () -> tooFew(jdbc).map(why -> "is not there (vahid.database.durable): " + why));
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

package az.dost.vahid.journeys.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds among entries that do not say so, as they are from before entries did, those that figures leave out. */
final class OldEntries {
    private static final Pattern CALL = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String CHECKED = "[\"identity\",\"address\"]";
    private final JdbcTemplate jdbc;

    OldEntries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Ids of those that were one of many that were asked for together, or that compared what a caller of the hot-line
     * answered.
     */
    Set<UUID> apart(Collection<ChainEntry> old) {
        Set<UUID> apart = new HashSet<>();
        if (!old.isEmpty()) {
            // There is no index for it: it is needed for as long only as entries of an older gateway come.
            apart.addAll(
                    jdbc.queryForList("select dossier from bulk_result where dossier = any (?)", UUID.class, (Object)
                            old.stream().map(ChainEntry::id).toArray(UUID[]::new)));
            old.stream().filter(entry -> checksCaller(entry.json())).forEach(entry -> apart.add(entry.id()));
        }
        return apart;
    }

    private static boolean checksCaller(JsonNode entry) {
        return entry.has("view")
                && CALL.matcher(entry.path("caseRef").asText()).matches()
                && entry.path("facts").toString().equals(CHECKED);
    }
}

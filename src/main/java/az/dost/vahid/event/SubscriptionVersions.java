package az.dost.vahid.event;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The versions of subscriptions by which anything was delivered: a replay may ask for the one that ran first. */
final class SubscriptionVersions {
    private static final ObjectMapper JSON = Json.mapper();
    private final JdbcTemplate jdbc;

    SubscriptionVersions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void keep(SubscriptionVersion version) {
        jdbc.update("insert into subscription_version (subscription, version, definition) values (?, ?, ?::json) on conflict do nothing",
                version.subscription().id(), version.version(), version.definition());
    }

    /**
     * The version asked for: what it gives and to whom it filters; where it goes, and for whose key, is always the newest's.
     *
     * @param version null for the newest
     */
    SubscriptionVersion of(SubscriptionVersion newest, String version) {
        if (version == null || version.equals(newest.version())) {
            return newest;
        }
        List<String> kept = jdbc.queryForList("select definition::text from subscription_version where subscription = ? and version = ?",
                String.class, newest.subscription().id(), version);
        if (kept.isEmpty()) {
            throw new LaidAsideException(LaidAsideException.Reason.POISON, "There is no such version of the subscription");
        }
        try {
            return new SubscriptionVersion(JSON.readValue(kept.get(0), Subscription.class), kept.get(0), version, newest.key());
        } catch (JsonProcessingException e) {
            throw new LaidAsideException(LaidAsideException.Reason.POISON, "That version of the subscription can no longer be read");
        }
    }
}

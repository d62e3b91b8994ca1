package az.dost.vahid.journeys.event;

import az.dost.vahid.json.Json;
import az.dost.vahid.proof.trust.RowTrust;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** The versions of subscriptions by which anything was delivered: a replay may ask for the one that ran first. */
final class SubscriptionVersions {
    private static final String TABLE = "subscription_version";
    private static final ObjectMapper JSON = Json.mapper();
    private final JdbcTemplate jdbc;
    private final RowTrust trust;

    SubscriptionVersions(JdbcTemplate jdbc, RowTrust trust) {
        this.trust = trust;
        this.jdbc = jdbc;
    }

    void keep(SubscriptionVersion version) {
        jdbc.update(
                "insert into subscription_version (subscription, version, definition, mac) values (?, ?, ?::json, ?)"
                        + " on conflict (subscription, version) do update set definition = excluded.definition, mac = excluded.mac",
                version.subscription().id(),
                version.version(),
                version.definition(),
                trust.seals().of(TABLE, version.subscription().id(), version.version(), version.definition()));
    }

    /**
     * The version asked for: what it gives and to whom it filters; where it goes, and for whose key, is always the
     * newest's.
     *
     * @param version null for the newest
     */
    SubscriptionVersion of(SubscriptionVersion newest, String version) {
        if (version == null || version.equals(newest.version())) {
            return newest;
        }
        String id = newest.subscription().id();
        List<String> kept = jdbc
                .query(
                        "select definition::text, mac from subscription_version where subscription = ? and version = ?",
                        (row, n) -> trust.believes(row.getBytes(2), TABLE, id, id, version, row.getString(1))
                                ? row.getString(1)
                                : null,
                        id,
                        version)
                .stream()
                .filter(Objects::nonNull)
                .toList();
        if (kept.isEmpty()) {
            throw new LaidAsideException(
                    LaidAsideException.Reason.POISON, "There is no such version of the subscription");
        }
        try {
            return new SubscriptionVersion(
                    JSON.readValue(kept.get(0), Subscription.class), kept.get(0), version, newest.key());
        } catch (JsonProcessingException e) {
            throw new LaidAsideException(
                    LaidAsideException.Reason.POISON, "That version of the subscription can no longer be read");
        }
    }
}

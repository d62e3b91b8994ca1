package az.dost.vahid.journeys.desk;

import az.dost.vahid.proof.trust.RowTrust;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who has been called back: a caller waits for one call, and not for one of each official. */
public final class CallBacks {
    private static final String TABLE = "hot_line_call_back";
    private final JdbcTemplate jdbc;
    private final RowTrust trust;

    CallBacks(JdbcTemplate jdbc, RowTrust trust) {
        this.jdbc = jdbc;
        this.trust = trust;
    }

    /** Notes that an official has called; whoever did so first stays the one. */
    void made(UUID dossier, String requester, String official) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        jdbc.update(
                "insert into hot_line_call_back (dossier, requester, official, at, mac) values (?, ?, ?, ?, ?) on conflict do nothing",
                dossier,
                requester,
                official,
                Timestamp.from(at),
                trust.seals().of(TABLE, dossier, requester, official, at.toString()));
    }

    /** When each of them was called back; those who were not are not in it. */
    Map<UUID, Instant> of(String requester, Collection<UUID> dossiers) {
        Map<UUID, Instant> made = new HashMap<>();
        jdbc.query(
                "select dossier, official, at, mac from hot_line_call_back where requester = ? and dossier = any (?)",
                row -> {
                    UUID dossier = row.getObject(1, UUID.class);
                    Instant at = row.getTimestamp(3).toInstant();
                    if (trust.believes(
                            row.getBytes(4),
                            TABLE,
                            dossier.toString(),
                            dossier,
                            requester,
                            row.getString(2),
                            at.toString())) {
                        made.put(dossier, at);
                    }
                },
                requester,
                dossiers.toArray(UUID[]::new));
        return made;
    }

    /** Forgets those that no list has any more. */
    public void forget() {
        jdbc.update("delete from hot_line_call_back where at < now() - interval '30 days'");
    }
}

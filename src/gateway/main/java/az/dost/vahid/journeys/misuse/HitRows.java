package az.dost.vahid.journeys.misuse;

import az.dost.vahid.proof.claim.ClaimQuery;
import az.dost.vahid.proof.claim.TransactionLock;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The hits in the database. */
public final class HitRows {
    private static final String COLUMNS =
            "id, rule, action, requester, official, service, case_ref, person, times, first_at, last_at, state,"
                    + " assignee, reason, note, closed_by, closed_at";
    /** In the place of an official whom a refused lookup does not name. */
    private static final String NOBODY = "-";

    private static final UUID LAST = new UUID(-1, -1);
    /** The oldest that the bus has not heard of. */
    static final ClaimQuery UNTOLD = new ClaimQuery("r.told_at is null", "r.id", "", COLUMNS);
    /** Two gateways that see the same misuse make one row of it. */
    private static final long LOCK = 0x68697473L;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    HitRows(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    void keep(List<BreachCount> batch) {
        if (!batch.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                TransactionLock.take(jdbc, LOCK);
                batch.forEach(this::keep);
            });
        }
    }

    private void keep(BreachCount broken) {
        Sighting seen = broken.seen();
        Timestamp last = new Timestamp(seen.at());
        int updated = jdbc.update(
                "update misuse_hit set times = times + ?, last_at = greatest(last_at, ?), action = ?, requester = ?, official = ?,"
                        + " service = ?, case_ref = ?, person = ? where rule = ? and subject = ? and state <> 'CLOSED' and last_at > ?",
                broken.times(),
                last,
                broken.rule().action().name(),
                seen.requester(),
                seen.official(),
                broken.service(),
                seen.caseRef(),
                seen.person(),
                broken.rule().id(),
                broken.subject(),
                new Timestamp(broken.firstAt() - broken.rule().together().toMillis()));
        if (updated == 0) {
            jdbc.update(
                    "insert into misuse_hit (id, rule, action, subject, requester, official, service, case_ref, person, times, first_at, last_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    RecordId.next(),
                    broken.rule().id(),
                    broken.rule().action().name(),
                    broken.subject(),
                    seen.requester(),
                    seen.official(),
                    broken.service(),
                    seen.caseRef(),
                    seen.person(),
                    broken.times(),
                    new Timestamp(broken.firstAt()),
                    last);
        }
    }

    /**
     * A hit that no rule made.
     *
     * @param entry of the audit chain, the lookup that it is about
     */
    static boolean insert(Connection connection, String rule, UUID id, JsonNode entry) throws SQLException {
        Timestamp now = Timestamp.from(RecordId.time(id));
        return changed(
                connection,
                "insert into misuse_hit (id, rule, action, subject, requester, official, service, case_ref, person, times, first_at, last_at)"
                        + " values (?, ?, 'FLAG', ?, ?, ?, ?, ?, ?, 1, ?, ?)",
                id,
                rule,
                entry.path("id").textValue(),
                entry.path("requester").asText(NOBODY),
                entry.path("official").asText(NOBODY),
                entry.path("service").textValue(),
                entry.path("caseRef").textValue(),
                entry.path("person").textValue(),
                now,
                now);
    }

    void told(UUID id) {
        jdbc.update("update misuse_hit set told_at = now() where id = ?", id);
    }

    /**
     * The newest first.
     *
     * @param state OPEN, ASSIGNED or CLOSED
     * @param before older than this one; null for the newest
     */
    public List<Hit> list(String state, UUID before, int most) {
        return jdbc.query(
                "select " + COLUMNS + " from misuse_hit where state = ? and id < ? order by id desc limit ?",
                HitRows::hit,
                state,
                before == null ? LAST : before,
                most);
    }

    public Optional<Hit> find(UUID id) {
        return jdbc.query("select " + COLUMNS + " from misuse_hit where id = ?", HitRows::hit, id).stream()
                .findFirst();
    }

    /** Whether there is such a hit that is not closed. */
    static boolean assign(Connection connection, UUID id, String assignee) throws SQLException {
        return changed(
                connection,
                "update misuse_hit set state = 'ASSIGNED', assignee = ? where id = ? and state <> 'CLOSED'",
                assignee,
                id);
    }

    /** Whether there is such a hit that was not closed before. */
    static boolean close(Connection connection, UUID id, String reason, String note, String closedBy)
            throws SQLException {
        return changed(
                connection,
                "update misuse_hit set state = 'CLOSED', reason = ?, note = ?, closed_by = ?, closed_at = now()"
                        + " where id = ? and state <> 'CLOSED'",
                reason,
                note,
                closedBy,
                id);
    }

    private static boolean changed(Connection connection, String sql, Object... columns) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.length; i++) {
                change.setObject(i + 1, columns[i]);
            }
            return change.executeUpdate() > 0;
        }
    }

    static Hit hit(ResultSet row, int number) throws SQLException {
        return new Hit(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getLong(9),
                row.getTimestamp(10).toInstant(),
                row.getTimestamp(11).toInstant(),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                instant(row.getTimestamp(17)));
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}

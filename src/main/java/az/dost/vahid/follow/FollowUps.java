package az.dost.vahid.follow;

import az.dost.vahid.event.RetryRule;
import az.dost.vahid.record.ActRecord;
import az.dost.vahid.record.RecordId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The follow-ups, taken up by whichever gateway comes first when their time has come. */
final class FollowUps {
    private static final String COLUMNS = "dossier, latest, requester, channel, until, next_at, attempts, state, code";
    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final RetryRule rule;

    /** @param rule when sources are asked again */
    FollowUps(JdbcTemplate jdbc, ActRecord acts, RetryRule rule) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.rule = rule;
    }

    private static FollowUp of(ResultSet row) throws SQLException {
        return new FollowUp(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3), row.getString(4),
                row.getTimestamp(5).toInstant(), row.getTimestamp(6).toInstant(), row.getInt(7), FollowUp.State.valueOf(row.getString(8)), row.getString(9));
    }

    Optional<FollowUp> find(UUID dossier, String requester) {
        return jdbc.query("select " + COLUMNS + " from follow_up where dossier = ? and requester = ?", (row, n) -> of(row), dossier, requester)
                .stream().findFirst();
    }

    /** Begins one, unless the dossier is followed already. */
    void begin(UUID dossier, String requester, String channel, Instant until) {
        acts.keep(RecordId.next(), "follow-up-begun", JsonNodeFactory.instance.objectNode().put("dossier", dossier.toString()).put("requester", requester)
                .put("channel", channel).put("until", until.toString()), connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into follow_up (dossier, latest, requester, channel, until, next_at) "
                    + "values (?, ?, ?, ?, ?, least(?::timestamptz, ?::timestamptz)) on conflict do nothing")) {
                insert.setObject(1, dossier);
                insert.setObject(2, dossier);
                insert.setString(3, requester);
                insert.setString(4, channel);
                insert.setTimestamp(5, Timestamp.from(until));
                insert.setTimestamp(6, Timestamp.from(until));
                insert.setTimestamp(7, Timestamp.from(Instant.now().plusMillis(rule.pause(1))));
                return insert.executeUpdate() > 0;
            }
        });
    }

    /** The one whose time came first, counted as an attempt and put off until the next: what a crash interrupts is taken up then. */
    Optional<FollowUp> take() {
        Optional<FollowUp> due = jdbc.query("update follow_up set attempts = attempts + 1, next_at = now() + interval '1 minute' where dossier = "
                + "(select dossier from follow_up where state = 'WAITING' and next_at <= now() order by next_at limit 1 for update skip locked) returning "
                + COLUMNS, (row, n) -> of(row)).stream().findFirst();
        due.ifPresent(one -> jdbc.update("update follow_up set next_at = least(greatest(until, now() + interval '1 second'), ?::timestamptz) where dossier = ?",
                Timestamp.from(Instant.now().plusMillis(rule.pause(one.attempts() + 1))), one.dossier()));
        return due;
    }

    /** In the transaction of the dossier that is the latest now. */
    static boolean advance(Connection connection, FollowUp followUp, UUID latest) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update follow_up set latest = ? where dossier = ? and state = 'WAITING'")) {
            update.setObject(1, latest);
            update.setObject(2, followUp.dossier());
            return update.executeUpdate() > 0;
        }
    }

    /** In the transaction of the event that tells of it; false when it has ended already. */
    static boolean end(Connection connection, FollowUp followUp, FollowUp.State state, String code) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update follow_up set state = ?, code = ? where dossier = ? and state = 'WAITING'")) {
            update.setString(1, state.name());
            update.setString(2, code);
            update.setObject(3, followUp.dossier());
            return update.executeUpdate() > 0;
        }
    }

    /** The requester does not want it any more. */
    void stop(FollowUp followUp) {
        acts.keep(RecordId.next(), "follow-up-stopped", JsonNodeFactory.instance.objectNode().put("dossier", followUp.dossier().toString())
                .put("requester", followUp.requester()), connection -> end(connection, followUp, FollowUp.State.STOPPED, null));
    }
}

package az.dost.vahid.journeys.follow;

import az.dost.vahid.journeys.event.DeadLetters;
import az.dost.vahid.journeys.event.RetryRule;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.proof.claim.ClaimQuery;
import az.dost.vahid.proof.claim.ClaimedRow;
import az.dost.vahid.proof.claim.Leases;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
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
    private static final String COLUMNS =
            "dossier, latest, requester, channel, until, next_at, attempts, state, code, ends, until <= statement_timestamp()";
    private static final ClaimQuery DUE = new ClaimQuery(
            "r.state = 'WAITING' and r.next_at <= statement_timestamp()",
            "r.next_at",
            "attempts = r.attempts + 1, ends = r.ends + (r.until <= statement_timestamp())::int",
            COLUMNS);
    private final JdbcTemplate jdbc;
    private final Leases leases;
    private final ActRecord acts;
    private final RetryRule rule;
    private final RetryRule ending;

    /**
     * @param rule when sources are asked again
     * @param ending when the end is tried again, once the time is over, and how often
     */
    FollowUps(JdbcTemplate jdbc, Leases leases, ActRecord acts, RetryRule rule, RetryRule ending) {
        this.jdbc = jdbc;
        this.leases = leases.ring("follow", DUE.due());
        this.acts = acts;
        this.rule = rule;
        this.ending = ending;
    }

    private static FollowUp of(ResultSet row) throws SQLException {
        return new FollowUp(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getTimestamp(6).toInstant(),
                row.getInt(7),
                FollowUp.State.valueOf(row.getString(8)),
                row.getString(9),
                row.getInt(10),
                row.getBoolean(11));
    }

    Optional<FollowUp> find(UUID dossier, String requester) {
        return jdbc
                .query(
                        "select " + COLUMNS + " from follow_up where dossier = ? and requester = ?",
                        (row, n) -> of(row),
                        dossier,
                        requester)
                .stream()
                .findFirst();
    }

    /** Begins one, unless the dossier is followed already; one that has failed begins anew. */
    void begin(UUID dossier, String requester, String channel, Instant until) {
        acts.keep(
                RecordId.next(),
                "follow-up-begun",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("dossier", dossier.toString())
                        .put("requester", requester)
                        .put("channel", channel)
                        .put("until", until.toString()),
                connection -> {
                    try (PreparedStatement insert = connection.prepareStatement(
                            "insert into follow_up (dossier, latest, requester, channel, until, next_at) "
                                    + "values (?, ?, ?, ?, ?, least(?::timestamptz, statement_timestamp() + ? * interval '1 millisecond')) on conflict (dossier) do update set requester = excluded.requester, "
                                    + "channel = excluded.channel, until = excluded.until, next_at = excluded.next_at, state = 'WAITING', code = null, ends = 0 "
                                    + "where follow_up.state = 'FAILED'")) {
                        insert.setObject(1, dossier);
                        insert.setObject(2, dossier);
                        insert.setString(3, requester);
                        insert.setString(4, channel);
                        insert.setTimestamp(5, Timestamp.from(until));
                        insert.setTimestamp(6, Timestamp.from(until));
                        insert.setLong(7, rule.pause(1));
                        return insert.executeUpdate() > 0;
                    }
                });
    }

    /**
     * The one whose time came first, counted as an attempt and put off until the next: what a crash interrupts is taken
     * up then. Once the time is over there is only its end to try.
     */
    Optional<ClaimedRow<FollowUp>> take() {
        Optional<ClaimedRow<FollowUp>> due = leases.take(DUE, (row, n) -> of(row));
        due.ifPresent(one -> {
            boolean over = one.row().ends() > 0;
            jdbc.update(
                    "update follow_up set next_at = least(case when ? then 'infinity' else until end, statement_timestamp() + ? * interval '1 millisecond')"
                            + " where dossier = ? and lease = ?",
                    over,
                    over ? ending.pause(one.row().ends()) : rule.pause(one.row().attempts() + 1),
                    one.row().dossier(),
                    one.lease().id());
        });
        return due;
    }

    /** Whether its end has been tried as often as the rule says. */
    boolean exhausted(FollowUp followUp) {
        return followUp.ends() > 0 && !ending.again(followUp.ends() - 1);
    }

    /** Keeps why a turn did not do. */
    void note(FollowUp followUp, String code) {
        jdbc.update("update follow_up set code = ? where dossier = ? and state = 'WAITING'", code, followUp.dossier());
    }

    /** Lays it aside, with a dead letter for operators. */
    void fail(FollowUp followUp) {
        String code = followUp.code() == null ? ProblemCode.INTERNAL.name() : followUp.code();
        int tried = followUp.ends() - 1;
        acts.keep(
                RecordId.next(),
                "follow-up-failed",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("dossier", followUp.dossier().toString())
                        .put("requester", followUp.requester())
                        .put("code", code),
                connection -> {
                    if (!end(connection, followUp, null, FollowUp.State.FAILED, code)) {
                        return false;
                    }
                    DeadLetters.add(
                            connection,
                            followUp.channel(),
                            "The end of the follow-up of dossier " + followUp.dossier() + " could not be told: " + code,
                            tried);
                    return true;
                });
    }

    /** In the transaction of the dossier that is the latest now. */
    static boolean advance(Connection connection, ClaimedRow<FollowUp> followUp, UUID latest) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update follow_up set latest = ? where dossier = ? and state = 'WAITING' and lease = ?")) {
            update.setObject(1, latest);
            update.setObject(2, followUp.row().dossier());
            update.setObject(3, followUp.lease().id());
            return update.executeUpdate() > 0;
        }
    }

    /** Ends one of which nobody is told. */
    void ended(ClaimedRow<FollowUp> followUp, FollowUp.State state, String code) {
        acts.keep(
                RecordId.next(),
                "follow-up-ended",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("dossier", followUp.row().dossier().toString())
                        .put("requester", followUp.row().requester())
                        .put("state", state.name()),
                connection -> end(connection, followUp, state, code));
    }

    /**
     * In the transaction of the event that tells of it; false when it has ended already, or another gateway has taken
     * it meanwhile.
     */
    static boolean end(Connection connection, ClaimedRow<FollowUp> followUp, FollowUp.State state, String code)
            throws SQLException {
        return end(connection, followUp.row(), followUp.lease().id(), state, code);
    }

    /** @param lease null where it does not matter who has it */
    private static boolean end(Connection connection, FollowUp followUp, UUID lease, FollowUp.State state, String code)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update follow_up set state = ?, code = ? where dossier = ? and state = 'WAITING' "
                        + "and lease is not distinct from coalesce(cast(? as uuid), lease)")) {
            update.setString(1, state.name());
            update.setString(2, code);
            update.setObject(3, followUp.dossier());
            update.setObject(4, lease);
            return update.executeUpdate() > 0;
        }
    }

    /** The requester does not want it any more. */
    void stop(FollowUp followUp) {
        acts.keep(
                RecordId.next(),
                "follow-up-stopped",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("dossier", followUp.dossier().toString())
                        .put("requester", followUp.requester()),
                connection -> end(connection, followUp, null, FollowUp.State.STOPPED, null));
    }
}

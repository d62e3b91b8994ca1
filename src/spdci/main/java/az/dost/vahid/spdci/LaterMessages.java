package az.dost.vahid.spdci;

import az.dost.vahid.job.Bells;
import az.dost.vahid.journeys.event.DeadLetters;
import az.dost.vahid.journeys.event.RetryRule;
import az.dost.vahid.json.Json;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.claim.ClaimQuery;
import az.dost.vahid.proof.claim.ClaimedRow;
import az.dost.vahid.proof.claim.Leases;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.signature.key.ChangedException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The messages that are answered later, taken up by whichever gateway comes first when their time has come. */
final class LaterMessages {
    /** Rung where there is one to take up. */
    static final String BELL = "spdci";

    private static final String TABLE = "spdci_message";
    private static final String CONTENT = "content";
    private static final String ANSWER = "answer";
    private static final String COLUMNS = "id, requester, kind, name, txn, content, mac, answer, attempts";
    private static final ClaimQuery DUE =
            new ClaimQuery("r.state = 'WAITING' and r.next_at <= statement_timestamp()", "r.next_at", "", COLUMNS);
    private static final String END =
            "update spdci_message set state = ?, code = ? where id = ? and state = 'WAITING' and lease = ?";
    /** Of one transaction, in an answer how far it is. */
    private static final int MOST_OF_ONE = 20;

    private static final Logger LOG = LoggerFactory.getLogger(LaterMessages.class);
    private final JdbcTemplate jdbc;
    private final Leases leases;
    private final ActRecord acts;
    private final Bodies bodies;
    private final RowTrust trust;
    private final RetryRule rule;
    private final Bells bells;
    private final int most;

    /**
     * @param rule by which a sender that cannot be told is told again
     * @param most of one requester that may wait
     */
    LaterMessages(
            JdbcTemplate jdbc,
            Leases leases,
            ActRecord acts,
            Bodies bodies,
            RowTrust trust,
            RetryRule rule,
            Bells bells,
            int most) {
        this.jdbc = jdbc;
        this.leases = leases.ring(BELL, DUE.due());
        this.acts = acts;
        this.bodies = bodies;
        this.trust = trust;
        this.rule = rule;
        this.bells = bells;
        this.most = most;
    }

    /**
     * Keeps a message; returns when it is durable. One that was sent before is the one that it was.
     *
     * @return by what its sender knows it
     * @throws ProblemException IDEMPOTENCY_KEY_USED when another message has its name; OVERLOADED when too many of its
     *     requester wait
     */
    UUID keep(String requester, Kind kind, String message, String transaction, ObjectNode content) {
        if (waiting(requester) >= most) {
            throw new ProblemException(
                    ProblemCode.OVERLOADED, null, "As many messages of your system wait as may: " + most + ".");
        }
        Row row = row(requester, kind, message, transaction, content);
        boolean kept = acts.keep(
                row.id(),
                "spdci-message-taken",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("requester", requester)
                        .put("kind", kind.name()),
                connection -> insert(connection, row));
        if (!kept) {
            return first(row.name(), content);
        }
        bells.ring(BELL);
        return row.id();
    }

    private int waiting(String requester) {
        return jdbc.queryForObject(
                "select count(*) from (select 1 from spdci_message where requester = ? and state = 'WAITING' limit ?) waiting",
                Integer.class,
                requester,
                most);
    }

    /** A message as it is written. */
    private record Row(UUID id, byte[] name, Object[] columns, byte[] mac) {}

    private Row row(String requester, Kind kind, String message, String transaction, ObjectNode content) {
        UUID id = RecordId.next();
        byte[] name = trust.seals().of(TABLE + ".name", requester, message);
        Object[] columns = {
            id, requester, kind.name(), name, transaction(requester, transaction), seal(id, CONTENT, content)
        };
        return new Row(id, name, columns, trust.seals().of(TABLE, columns));
    }

    private static boolean insert(Connection connection, Row row) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into spdci_message (id, requester, kind, name, txn, content, mac)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")) {
            for (int i = 0; i < row.columns().length; i++) {
                insert.setObject(i + 1, row.columns()[i]);
            }
            insert.setBytes(row.columns().length + 1, row.mac());
            return insert.executeUpdate() > 0;
        }
    }

    /**
     * Keeps what a sender is to be told of an event, in the event's transaction; a second one of its name changes
     * nothing. It is found by the next look.
     */
    void notice(Connection connection, String requester, String name, ObjectNode content) throws SQLException {
        insert(connection, row(requester, Kind.NOTIFY, name, name, content));
    }

    private UUID first(byte[] name, ObjectNode content) {
        return jdbc
                .query("select " + COLUMNS + " from spdci_message where name = ?", (row, n) -> of(row), name)
                .stream()
                .filter(one -> one.content() != null && one.content().equals(content))
                .findFirst()
                .map(LaterMessage::id)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.IDEMPOTENCY_KEY_USED,
                        "header.message_id",
                        "Another message of your system has this message_id."));
    }

    private byte[] transaction(String requester, String transaction) {
        return trust.seals().of(TABLE + ".txn", requester, transaction);
    }

    private byte[] seal(UUID id, String part, ObjectNode plain) {
        return bodies.seal(id, DataClass.BULK, part, plain.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The one whose time came first. What a crash interrupts is taken again when the lease is over. */
    Optional<ClaimedRow<LaterMessage>> take() {
        return leases.take(DUE, (row, n) -> of(row));
    }

    private LaterMessage of(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        String requester = row.getString(2);
        String kind = row.getString(3);
        byte[] name = row.getBytes(4);
        byte[] transaction = row.getBytes(5);
        byte[] content = row.getBytes(6);
        boolean believed =
                trust.believes(row.getBytes(7), TABLE, id.toString(), id, requester, kind, name, transaction, content);
        return new LaterMessage(
                id,
                requester,
                believed ? Kind.valueOf(kind) : null,
                believed ? open(id, CONTENT, content) : null,
                open(id, ANSWER, row.getBytes(8)),
                row.getInt(9));
    }

    private ObjectNode open(UUID id, String part, byte[] sealed) {
        try {
            return sealed == null
                    ? null
                    : (ObjectNode) Json.mapper().readTree(bodies.open(id, DataClass.BULK, part, sealed));
        } catch (EmptyResultDataAccessException | ChangedException | IOException e) {
            return null;
        }
    }

    /** A requester's searches of a transaction, the newest first, and no more than an answer can hold. */
    List<LaterMessage> searches(String requester, String transaction) {
        return jdbc.query(
                "select " + COLUMNS + " from spdci_message where txn = ? and kind = 'SEARCH' order by id desc limit ?",
                (row, n) -> of(row),
                transaction(requester, transaction),
                MOST_OF_ONE);
    }

    /** A requester's search that was acknowledged under this id; empty where there is none. */
    Optional<LaterMessage> search(String requester, UUID id) {
        return jdbc
                .query(
                        "select " + COLUMNS + " from spdci_message where id = ? and requester = ? and kind = 'SEARCH'",
                        (row, n) -> of(row),
                        id,
                        requester)
                .stream()
                .findFirst();
    }

    /**
     * Keeps what came of it until now.
     *
     * @throws IllegalStateException when another gateway has it by now: nobody is told by this one
     */
    void answered(ClaimedRow<LaterMessage> taken, ObjectNode answer) {
        int kept = jdbc.update(
                "update spdci_message set answer = ? where id = ? and state = 'WAITING' and lease = ?",
                seal(taken.row().id(), ANSWER, answer),
                taken.row().id(),
                taken.lease().id());
        if (kept == 0) {
            throw new IllegalStateException("Another gateway has taken the message");
        }
    }

    /** Has it looked at again later: registers are asked again. */
    void later(ClaimedRow<LaterMessage> taken, long pauseMs) {
        putOff(taken, null, 0, pauseMs);
    }

    /**
     * Its sender could not be told, or its turn failed.
     *
     * @param why without anything of its content or its address
     */
    void failed(ClaimedRow<LaterMessage> taken, String why) {
        int made = taken.row().attempts() + 1;
        if (rule.again(made)) {
            putOff(taken, why, 1, rule.pause(made));
        } else {
            lose(taken, why);
        }
    }

    /** It has failed for good: a dead letter for operators. */
    void lose(ClaimedRow<LaterMessage> taken, String why) {
        LaterMessage message = taken.row();
        acts.keep(
                RecordId.next(),
                "spdci-message-failed",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("message", message.id().toString())
                        .put("requester", message.requester()),
                connection -> {
                    try (PreparedStatement update = connection.prepareStatement(END)) {
                        update.setString(1, "FAILED");
                        update.setString(2, why);
                        update.setObject(3, message.id());
                        update.setObject(4, taken.lease().id());
                        if (update.executeUpdate() == 0) {
                            return false;
                        }
                    }
                    DeadLetters.add(
                            connection, BELL, "Message " + message.id() + " has failed: " + why, message.attempts());
                    return true;
                });
        LOG.warn("Message {} has failed: {}", message.id(), why);
    }

    private void putOff(ClaimedRow<LaterMessage> taken, String code, int attempts, long pauseMs) {
        jdbc.update(
                "update spdci_message set code = ?, attempts = attempts + ?, lease = null, leased_until = '-infinity',"
                        + " next_at = statement_timestamp() + ? * interval '1 millisecond' where id = ? and state = 'WAITING' and lease = ?",
                code,
                attempts,
                pauseMs,
                taken.row().id(),
                taken.lease().id());
    }

    /** @param code why it ended before its sender was told; null where all is done */
    void end(ClaimedRow<LaterMessage> taken, String state, String code) {
        jdbc.update(END, state, code, taken.row().id(), taken.lease().id());
    }

    /** Forgets those whose bodies cannot be opened any more. */
    void forget() {
        jdbc.update(
                "delete from spdci_message where state <> 'WAITING' and next_at < statement_timestamp() - interval '30 days'");
    }
}

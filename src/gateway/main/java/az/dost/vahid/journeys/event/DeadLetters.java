package az.dost.vahid.journeys.event;

import az.dost.vahid.edge.access.Operator;
import az.dost.vahid.job.Bells;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.jdbc.core.JdbcTemplate;

/** What could not be delivered, with its reason, until somebody settles it. */
public final class DeadLetters {
    static final int PAGE = 500;
    private static final String COLUMNS =
            "select id, subscription, event_id, version, reason, detail, attempts, laid_aside, state from dead_letter ";
    private static final String MEANT =
            "where state = 'OPEN' and subscription = coalesce(?, subscription) and reason = coalesce(?, reason)"
                    + " and laid_aside < coalesce(?::timestamptz, 'infinity')";
    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final Bells bells;

    /**
     * Which are meant.
     *
     * @param subscription null for any, as is reason
     * @param before only what was laid aside before; null for up to now
     */
    record Filter(String subscription, String reason, Instant before) {
        static final String SUBSCRIPTIONS = "[a-z][a-z0-9-]{1,60}";
        static final String REASONS = "EXPIRED|POISON|EXHAUSTED";

        /** @throws ProblemException FIELD_INVALID, naming the parameter */
        static Filter of(Message message) {
            return new Filter(
                    parameter(message, "subscription", SUBSCRIPTIONS), parameter(message, "reason", REASONS), null);
        }

        private static String parameter(Message message, String name, String form) {
            String text = message.getHeader(name, String.class);
            if (text != null && !text.matches(form)) {
                throw new ProblemException(ProblemCode.FIELD_INVALID, name, null);
            }
            return text;
        }
    }

    DeadLetters(JdbcTemplate jdbc, ActRecord acts, Bells bells) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.bells = bells;
    }

    /** Keeps what the dead-letter queue brings; the same message again changes nothing. */
    public void keep(Exchange exchange) {
        Message message = exchange.getMessage();
        UUID event = uuid(message.getBody(String.class)).orElse(null);
        UUID delivery = uuid(message.getHeader(Notice.DELIVERY, String.class)).orElse(null);
        String subscription = message.getHeader(Notice.SUBSCRIPTION, String.class);
        String reason = message.getHeader(Notice.REASON, String.class);
        if (!is(subscription, Filter.SUBSCRIPTIONS)
                || !is(reason, Filter.REASONS)
                || !is(message.getHeader(Notice.DETAIL, String.class), "\\P{Cntrl}{1,2000}")) {
            // The database would refuse it, again and again.
            throw new ProblemException(ProblemCode.REQUEST_MALFORMED, null, "The message tells of no delivery.");
        }
        // One event may be laid aside for several subscriptions.
        UUID id = delivery == null
                ? RecordId.next()
                : UUID.nameUUIDFromBytes(
                        (delivery + " " + subscription).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        ObjectNode said = said(id, subscription, event).put("reason", reason);
        acts.keep(RecordId.next(), "event-laid-aside", said, connection -> insert(connection, id, event, message));
    }

    /**
     * Lays something aside that never became an event, in a transaction; it can only be dropped.
     *
     * @param detail without personal data
     */
    public static void add(Connection connection, String subscription, String detail, int attempts)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into dead_letter (id, subscription, reason, detail, attempts) values (?, ?, 'EXHAUSTED', ?, ?)")) {
            insert.setObject(1, RecordId.next());
            insert.setString(2, subscription);
            insert.setString(3, detail);
            insert.setInt(4, attempts);
            insert.executeUpdate();
        }
    }

    private static boolean insert(Connection connection, UUID id, UUID event, Message message) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into dead_letter (id, subscription, event_id, version, reason, "
                        + "detail, attempts) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")) {
            insert.setObject(1, id);
            insert.setString(2, message.getHeader(Notice.SUBSCRIPTION, String.class));
            insert.setObject(3, event);
            insert.setString(4, message.getHeader(Notice.VERSION, String.class));
            insert.setString(5, message.getHeader(Notice.REASON, String.class));
            insert.setString(6, message.getHeader(Notice.DETAIL, String.class));
            insert.setInt(7, message.getHeader(Notice.ATTEMPTS, 1, Integer.class));
            return insert.executeUpdate() > 0;
        }
    }

    private static boolean is(String text, String pattern) {
        return text != null && text.matches(pattern);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    /**
     * The oldest that nobody has settled of those that are meant.
     *
     * @param last after which to go on; null from the first one on
     */
    List<DeadLetter> open(Filter filter, DeadLetter last, int most) {
        return jdbc.query(
                COLUMNS + MEANT + " and (laid_aside, id) > (?, ?) order by laid_aside, id limit ?",
                (row, n) -> DeadLetter.of(row),
                filter.subscription(),
                filter.reason(),
                before(filter),
                Timestamp.from(last == null ? Instant.EPOCH : last.laidAside()),
                last == null ? new UUID(0, 0) : last.id(),
                most);
    }

    /** How many those are. */
    int count(Filter filter) {
        return jdbc.queryForObject(
                "select count(*) from dead_letter " + MEANT,
                Integer.class,
                filter.subscription(),
                filter.reason(),
                before(filter));
    }

    private static Timestamp before(Filter filter) {
        return filter.before() == null ? null : Timestamp.from(filter.before());
    }

    /** @throws ProblemException DEAD_LETTER_UNKNOWN */
    DeadLetter find(String id) {
        return uuid(id).flatMap(
                        known -> jdbc.query(COLUMNS + "where id = ?", (row, n) -> DeadLetter.of(row), known).stream()
                                .findFirst())
                .orElseThrow(() -> new ProblemException(ProblemCode.DEAD_LETTER_UNKNOWN));
    }

    /**
     * Delivers it again.
     *
     * @param first whether by the version of the subscription that ran first; else by the newest
     * @param batch the order that it is a part of; null for none
     * @throws ProblemException DEAD_LETTER_SETTLED
     */
    void replay(DeadLetter letter, boolean first, Operator by, UUID batch) {
        if (letter.event() == null) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, null, "The dead letter names no event; it can only be dropped.");
        }
        UUID delivery = RecordId.next();
        String version = first ? letter.version() : null;
        ObjectNode said = by.said(said(letter, batch)).put("delivery", delivery.toString());
        if (version != null) {
            said.put("version", version);
        }
        if (!acts.keep(RecordId.next(), "dead-letter-replayed", said, connection -> {
            if (!settle(connection, letter, "REPLAYED", by.requester(), batch)) {
                return false;
            }
            Outbox.add(
                    connection,
                    new OutboxRow(
                            letter.event(),
                            citizen(connection, letter.event()),
                            delivery,
                            letter.subscription(),
                            version));
            return true;
        })) {
            throw new ProblemException(ProblemCode.DEAD_LETTER_SETTLED);
        }
        bells.ring(Outbox.BELL);
    }

    private static String citizen(Connection connection, UUID event) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select citizen from event where id = ?")) {
            query.setObject(1, event);
            try (var row = query.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    /**
     * @param batch the order that it is a part of; null for none
     * @param because for those who look later; null where nobody says it, or the order does
     * @throws ProblemException DEAD_LETTER_SETTLED
     */
    void drop(DeadLetter letter, Operator by, UUID batch, String because) {
        ObjectNode said = by.said(said(letter, batch));
        if (because != null) {
            said.put("because", because);
        }
        if (!acts.keep(
                RecordId.next(),
                "dead-letter-dropped",
                said,
                connection -> settle(connection, letter, "DROPPED", by.requester(), batch))) {
            throw new ProblemException(ProblemCode.DEAD_LETTER_SETTLED);
        }
    }

    private static boolean settle(Connection connection, DeadLetter letter, String state, String by, UUID batch)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update dead_letter set state = ?, settled_by = ?, settled_at = now() where id = ? and state = 'OPEN'")) {
            update.setString(1, state);
            update.setString(2, by);
            update.setObject(3, letter.id());
            return update.executeUpdate() > 0 && (batch == null || counted(connection, batch));
        }
    }

    private static boolean counted(Connection connection, UUID batch) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update dead_letter_batch set done = done + 1 where id = ?")) {
            update.setObject(1, batch);
            return update.executeUpdate() > 0;
        }
    }

    private static ObjectNode said(DeadLetter letter, UUID batch) {
        ObjectNode said = said(letter.id(), letter.subscription(), letter.event());
        return batch == null ? said : said.put("batch", batch.toString());
    }

    private static ObjectNode said(UUID id, String subscription, UUID event) {
        ObjectNode said = JsonNodeFactory.instance
                .objectNode()
                .put("deadLetter", id.toString())
                .put("subscription", subscription);
        return event == null ? said : said.put("event", event.toString());
    }
}

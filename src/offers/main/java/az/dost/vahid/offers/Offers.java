package az.dost.vahid.offers;

import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.signature.key.ChangedException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The offers; each step of one is an entry of the audit chain. A method returns when all is durable. */
final class Offers {
    static final String DEATH = "DEATH";
    static final String LATER_FACT = "LATER_FACT";
    static final String EVENT_WITHDRAWN = "EVENT_WITHDRAWN";

    private static final String TABLE = "right_offer";
    private static final String PART = "offer";
    private static final String COLUMNS =
            "id, intent, right_code, person, about, awarded_by, until_ms, content, state, reason, step, mac";
    /** None for one who died, whose withdrawal may have come before. */
    private static final String INSERT = "insert into right_offer (" + COLUMNS
            + ") select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? where not exists (select 1 from right_intent where person = ? and right_code = '')"
            + " on conflict do nothing";

    private static final String UPDATE =
            "update right_offer set until_ms = ?, state = ?, reason = ?, step = ?, mac = ? where id = ? and step = ?";
    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final Bodies bodies;
    private final RowTrust trust;
    private final Duration answeredWithin;

    /** @param answeredWithin how long whoever awards has to answer */
    Offers(JdbcTemplate jdbc, ActRecord acts, Bodies bodies, RowTrust trust, Duration answeredWithin) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.bodies = bodies;
        this.trust = trust;
        this.answeredWithin = answeredWithin;
    }

    /** The text of an offer as it is kept. */
    byte[] seal(UUID offer, String jws) {
        return bodies.seal(offer, DataClass.CORRECTION, PART, jws.getBytes(StandardCharsets.US_ASCII));
    }

    /** Its compact JWS, personal data; empty when its time is over. */
    Optional<String> text(Offer offer) {
        try {
            return Optional.of(new String(
                    bodies.open(offer.id(), DataClass.CORRECTION, PART, offer.sealed()), StandardCharsets.US_ASCII));
        } catch (EmptyResultDataAccessException | ChangedException gone) {
            return Optional.empty();
        }
    }

    /** Adds one in a transaction, unless it is offered already or its person died. */
    ActRecord.Change adding(Offer offer) {
        Object[] row = row(offer);
        byte[] mac = trust.seals().of(TABLE, row);
        return connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.setBytes(row.length + 1, mac);
                insert.setString(row.length + 2, offer.person());
                return insert.executeUpdate() > 0;
            }
        };
    }

    private static Object[] row(Offer offer) {
        return new Object[] {
            offer.id(),
            offer.intent(),
            offer.right(),
            offer.person(),
            offer.about(),
            offer.awardedBy(),
            offer.until().toEpochMilli(),
            offer.sealed(),
            offer.state().name(),
            offer.reason(),
            offer.step()
        };
    }

    /**
     * Has an offer take a step, once.
     *
     * @param reason null for none
     * @param by who takes it; null for the bus itself
     * @return false when it may not follow, or another step came first
     */
    boolean step(Offer offer, Offer.State state, String reason, String by) {
        return step(offer, state, reason, by, connection -> true);
    }

    /** Withdraws one, unless the change that is to be made with it finds nothing. */
    boolean withdraw(Offer offer, String reason, ActRecord.Change alongside) {
        return step(offer, Offer.State.WITHDRAWN, reason, null, alongside);
    }

    /**
     * Has one be accepted, unless its person has accepted another that excludes it, which is not answered yet.
     *
     * @param excludedBy codes of rights
     * @return false then, and as {@link #step}
     */
    boolean accept(Offer offer, Set<String> excludedBy) {
        return step(offer, Offer.State.ACCEPTED, null, null, connection -> choosing(connection, offer, excludedBy));
    }

    /** Two that exclude each other wait for each other, in one order. */
    private static boolean choosing(Connection connection, Offer offer, Set<String> excludedBy) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select right_code, state from right_offer where person = ? order by id for update")) {
            select.setString(1, offer.person());
            try (ResultSet rows = select.executeQuery()) {
                boolean free = true;
                while (rows.next()) {
                    free &= !excludedBy.contains(rows.getString(1))
                            || !Offer.State.valueOf(rows.getString(2)).chosen();
                }
                return free;
            }
        }
    }

    private boolean step(Offer offer, Offer.State state, String reason, String by, ActRecord.Change first) {
        if (!offer.state().next().contains(state)) {
            return false;
        }
        UUID id = RecordId.next();
        Instant until = state == Offer.State.ACCEPTED ? Instant.now().plus(answeredWithin) : offer.until();
        ObjectNode said = JsonNodeFactory.instance
                .objectNode()
                .put("offer", offer.id().toString())
                .put("right", offer.right());
        if (reason != null) {
            said.put("reason", reason);
        }
        if (by != null) {
            said.put("requester", by);
        }
        Offer after = offer.after(state, reason, until, id);
        byte[] mac = trust.seals().of(TABLE, row(after));
        return acts.keep(
                id,
                "offer-" + state.name().toLowerCase(Locale.ROOT),
                said,
                connection -> first.make(connection) && update(connection, offer, after, mac));
    }

    private static boolean update(Connection connection, Offer before, Offer after, byte[] mac) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setLong(1, after.until().toEpochMilli());
            update.setString(2, after.state().name());
            update.setString(3, after.reason());
            update.setObject(4, after.step());
            update.setBytes(5, mac);
            update.setObject(6, before.id());
            update.setObject(7, before.step());
            return update.executeUpdate() > 0;
        }
    }

    Optional<Offer> find(UUID id) {
        return rows("where id = ?", id).stream().findFirst();
    }

    /** A person's, the newest first. */
    List<Offer> of(String person) {
        return rows("where person = ? order by id desc limit 200", person);
    }

    /** A person's that may still be awarded. */
    List<Offer> open(String person) {
        return rows("where person = ? and state in ('OFFERED', 'ACCEPTED', 'OVERDUE') order by id", person);
    }

    /** The one of this right, person and person of the event that may still be awarded. */
    Optional<Offer> open(Intent intent) {
        return open(intent.person()).stream()
                .filter(offer ->
                        offer.right().equals(intent.right()) && offer.about().equals(intent.about()))
                .findFirst();
    }

    /**
     * Those that some agencies award, by the order of their last steps.
     *
     * @param after step to go on after; null for the first
     */
    List<Offer> awardedBy(List<String> agencies, UUID after, int limit) {
        return rows(
                "where awarded_by = any (?) and step > ? order by step limit ?",
                agencies.toArray(String[]::new),
                after == null ? new UUID(0, 0) : after,
                limit);
    }

    /**
     * Some that may still be awarded though their person died within a day: of those an offer may have been made, or
     * have taken a step, while the death was looked at.
     */
    List<Offer> ofTheDead() {
        return rows(
                "where state in ('OFFERED', 'ACCEPTED', 'OVERDUE') and person in"
                        + " (select person from right_intent where right_code = '' and id > ?) limit 100",
                RecordId.at(System.currentTimeMillis() - Duration.ofDays(1).toMillis()));
    }

    /** Some that may still be awarded though the register has withdrawn the event that they stand on. */
    List<Offer> ofWithdrawnEvents() {
        return rows(
                "where state in ('OFFERED', 'ACCEPTED', 'OVERDUE')"
                        + " and (person, intent) in (select person, id from right_intent where code = 'EVENT_WITHDRAWN') limit 100");
    }

    /** Some whose time is over, as they stand. */
    List<Offer> over() {
        return rows(
                "where state in ('OFFERED', 'ACCEPTED') and until_ms < extract(epoch from statement_timestamp()) * 1000 order by until_ms limit 100");
    }

    /** Some of whose last step whoever awards was not told, the oldest first. */
    List<Offer> untold(List<String> agencies) {
        return rows("where awarded_by = any (?) and told is distinct from step order by step limit 100", (Object)
                agencies.toArray(String[]::new));
    }

    /** In the transaction of the event that tells of it; false when another step came first. */
    static boolean told(Connection connection, Offer offer) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update right_offer set told = step where id = ? and step = ? and told is distinct from step")) {
            update.setObject(1, offer.id());
            update.setObject(2, offer.step());
            return update.executeUpdate() > 0;
        }
    }

    private List<Offer> rows(String condition, Object... arguments) {
        return jdbc
                .query("select " + COLUMNS + " from right_offer " + condition, (row, n) -> offer(row), arguments)
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** Null for one that somebody changed. */
    private Offer offer(ResultSet row) throws SQLException {
        Offer offer = new Offer(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Instant.ofEpochMilli(row.getLong(7)),
                row.getBytes(8),
                Offer.State.valueOf(row.getString(9)),
                row.getString(10),
                row.getObject(11, UUID.class));
        return trust.believes(row.getBytes(12), TABLE, offer.id().toString(), row(offer)) ? offer : null;
    }
}

package az.dost.vahid.offers;

import az.dost.vahid.journeys.event.RetryRule;
import az.dost.vahid.json.Json;
import az.dost.vahid.proof.claim.ClaimQuery;
import az.dost.vahid.proof.claim.ClaimedRow;
import az.dost.vahid.proof.claim.Leases;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.signature.key.ChangedException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The intents, taken up by whichever gateway comes first when their time has come. */
final class Intents {
    /** Rung where there is one to take up. */
    static final String BELL = "rights";

    private static final String TABLE = "right_intent";
    private static final String PART = "intent";
    /** One is not taken more often, which nothing but one that ends the gateway brings about. */
    private static final int MOST_TAKES = 500;

    private static final String INSERT =
            "insert into right_intent (id, event, right_code, person, about, content, mac, state, until) values"
                    + " (?, ?, ?, ?, ?, ?, ?, ?, statement_timestamp() + ? * interval '1 millisecond') on conflict do nothing";
    /** Looks at some anew, {@code i}; what a birthday is waited for stays so. */
    static final String AGAIN =
            "update right_intent i set state = 'WAITING', dossier = null, asked = 0, attempts = 0, next_at = greatest(i.next_at, statement_timestamp()),"
                    + " until = greatest(i.next_at, statement_timestamp()) + ? * interval '1 millisecond', lease = null, leased_until = '-infinity'";

    private static final ClaimQuery DUE = new ClaimQuery(
            "r.state = 'WAITING' and r.next_at <= statement_timestamp()",
            "r.next_at",
            "attempts = r.attempts + 1",
            "id, event, right_code, person, about, content, mac, dossier, asked, until <= statement_timestamp() or r.attempts >= "
                    + MOST_TAKES);
    private final JdbcTemplate jdbc;
    private final Leases leases;
    private final Bodies bodies;
    private final RowTrust trust;
    private final RetryRule rule;
    private final Duration undecidedFor;

    /** @param rule by which facts that were not known are asked for again, at most for the time after it */
    Intents(JdbcTemplate jdbc, Leases leases, Bodies bodies, RowTrust trust, RetryRule rule, Duration undecidedFor) {
        this.jdbc = jdbc;
        this.leases = leases.ring(BELL, DUE.due());
        this.bodies = bodies;
        this.trust = trust;
        this.rule = rule;
        this.undecidedFor = undecidedFor;
    }

    /**
     * How far an order is.
     *
     * @param open of how many people it is still to be looked at now
     */
    record Progress(String right, int people, int open) {}

    /** An order to be kept in a transaction, all of it or, where there is one of this id, nothing. */
    ActRecord.Change keeping(UUID order, List<Intent> intents) {
        // In one order: of two gateways that keep the same, one waits at the first for the other.
        List<ActRecord.Change> changes = intents.stream()
                .sorted(Comparator.comparing(Intent::person))
                .map(intent -> keeping(intent, Intent.State.WAITING))
                .toList();
        return connection -> {
            boolean kept = false;
            if (!kept(connection, order)) {
                for (ActRecord.Change change : changes) {
                    kept |= change.make(connection);
                }
            }
            return kept;
        };
    }

    /** Some to be kept in a transaction, each of them that is not kept already. */
    ActRecord.Change keepingAll(List<Intent> intents) {
        List<ActRecord.Change> changes = intents.stream()
                .map(intent -> keeping(intent, Intent.State.WAITING))
                .toList();
        return connection -> {
            for (ActRecord.Change change : changes) {
                change.make(connection);
            }
            return true;
        };
    }

    private static boolean kept(Connection connection, UUID order) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select 1 from right_intent where event = ?")) {
            select.setObject(1, order);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Whether the order of this id is of this right and these people. */
    boolean ordered(UUID order, String right, List<Intent> intents) {
        Set<String> people = new HashSet<>(jdbc.queryForList(
                "select person from right_intent where event = ? and right_code = ?", String.class, order, right));
        return people.equals(intents.stream().map(Intent::person).collect(Collectors.toSet()));
    }

    /** Empty where there is no such order. */
    Optional<Progress> progress(UUID order) {
        return jdbc
                .query(
                        "select right_code, count(*), count(*) filter (where state = 'WAITING' and next_at <= statement_timestamp())"
                                + " from right_intent where event = ? group by right_code",
                        (row, n) -> new Progress(row.getString(1), row.getInt(2), row.getInt(3)),
                        order)
                .stream()
                .findFirst();
    }

    /** To be kept in a transaction; a second one of the event, right and person changes nothing. */
    ActRecord.Change keeping(Intent intent, Intent.State state) {
        byte[] sealed = bodies.seal(
                intent.id(), DataClass.EVENT, PART, intent.content().toString().getBytes(StandardCharsets.UTF_8));
        Object[] row = {intent.id(), intent.event(), intent.right(), intent.person(), intent.about(), sealed};
        byte[] mac = trust.seals().of(TABLE, row);
        return connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.setBytes(row.length + 1, mac);
                insert.setString(row.length + 2, state.name());
                insert.setLong(row.length + 3, undecidedFor.toMillis());
                return insert.executeUpdate() > 0;
            }
        };
    }

    /** The one whose time came first. What a crash interrupts is taken again when the lease is over. */
    Optional<TakenIntent> take() {
        Optional<ClaimedRow<TakenIntent>> due = leases.take(DUE, (row, n) -> taken(row));
        return due.map(one -> new TakenIntent(
                one.lease(),
                one.row().id(),
                one.row().intent(),
                one.row().dossier(),
                one.row().asked(),
                one.row().over()));
    }

    private TakenIntent taken(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        return new TakenIntent(
                null, id, intent(id, row), row.getObject(8, UUID.class), row.getInt(9), row.getBoolean(10));
    }

    private Intent intent(UUID id, ResultSet row) throws SQLException {
        UUID event = row.getObject(2, UUID.class);
        String right = row.getString(3);
        String person = row.getString(4);
        String about = row.getString(5);
        byte[] sealed = row.getBytes(6);
        if (!trust.believes(row.getBytes(7), TABLE, id.toString(), id, event, right, person, about, sealed)) {
            return null;
        }
        try {
            return new Intent(id, event, right, person, about, (ObjectNode)
                    Json.mapper().readTree(bodies.open(id, DataClass.EVENT, PART, sealed)));
        } catch (EmptyResultDataAccessException | ChangedException | IOException e) {
            return null;
        }
    }

    /** In the transaction of the dossier that was made for it. */
    static boolean advance(Connection connection, TakenIntent taken, UUID dossier) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update right_intent set dossier = ? where id = ? and state = 'WAITING' and lease = ?")) {
            update.setObject(1, dossier);
            update.setObject(2, taken.id());
            update.setObject(3, taken.lease().id());
            return update.executeUpdate() > 0;
        }
    }

    /** Whether it is still this gateway's; if so, nobody else takes it before the transaction is over. */
    static boolean held(Connection connection, TakenIntent taken) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select 1 from right_intent where id = ? and state = 'WAITING' and lease = ? for no key update")) {
            select.setObject(1, taken.id());
            select.setObject(2, taken.lease().id());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** @param code why; null where the state says it */
    static boolean end(Connection connection, TakenIntent taken, Intent.State state, String code) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update right_intent set state = ?, code = ? where id = ? and state = 'WAITING' and lease = ?")) {
            update.setString(1, state.name());
            update.setString(2, code);
            update.setObject(3, taken.id());
            update.setObject(4, taken.lease().id());
            return update.executeUpdate() > 0;
        }
    }

    /** The same outside of any transaction; without a code the one that it has stays. */
    void end(TakenIntent taken, Intent.State state, String code) {
        jdbc.update(
                "update right_intent set state = ?, code = coalesce(?, code) where id = ? and state = 'WAITING' and lease = ?",
                state.name(),
                code,
                taken.id(),
                taken.lease().id());
    }

    /** Whether what was not known is asked for once more. */
    boolean again(TakenIntent taken) {
        return !taken.over() && rule.again(taken.asked() + 1);
    }

    /** In the transaction of what was found out: its facts are asked for again later. */
    boolean askAgain(Connection connection, TakenIntent taken, String code) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update right_intent set asked = asked + 1, dossier = null, code = ?, lease = null, leased_until = '-infinity',"
                        + " next_at = least(until, statement_timestamp() + ? * interval '1 millisecond')"
                        + " where id = ? and state = 'WAITING' and lease = ?")) {
            update.setString(1, code);
            update.setLong(2, rule.pause(taken.asked() + 1));
            update.setObject(3, taken.id());
            update.setObject(4, taken.lease().id());
            return update.executeUpdate() > 0;
        }
    }

    /** In the transaction of what was found out: nothing until that time, when all begins anew. */
    boolean askOn(Connection connection, TakenIntent taken, Instant then) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update right_intent set asked = 0, attempts = 0, dossier = null, code = null, lease = null, leased_until = '-infinity',"
                        + " next_at = ?, until = ?::timestamptz + ? * interval '1 millisecond'"
                        + " where id = ? and state = 'WAITING' and lease = ?")) {
            OffsetDateTime at = then.atOffset(ZoneOffset.UTC);
            update.setObject(1, at);
            update.setObject(2, at);
            update.setLong(3, undecidedFor.toMillis());
            update.setObject(4, taken.id());
            update.setObject(5, taken.lease().id());
            return update.executeUpdate() > 0;
        }
    }

    /**
     * Nobody is looked up for a birthday of one who died.
     *
     * @param death the event that tells of it, and may bring about rights of kin
     */
    void awaitNothing(String person, UUID death) {
        jdbc.update(
                "update right_intent set state = 'WITHDRAWN' where person = ? and event <> ? and right_code <> '' and state = 'WAITING' and next_at > statement_timestamp()",
                person,
                death);
    }

    /** Keeps why a turn did not do; it is tried again when the lease is over. */
    void note(TakenIntent taken, String code) {
        jdbc.update(
                "update right_intent set code = ? where id = ? and state = 'WAITING' and lease = ?",
                code,
                taken.id(),
                taken.lease().id());
    }

    /** Has those looked at anew whose offers stand on what an agency has corrected since. */
    int reopen() {
        return jdbc.update(AGAIN + """
                 where i.state in ('OFFERED', 'KNOWN', 'UNDECIDED')
                    and exists (select 1 from right_offer o where o.intent = i.id and o.state in ('OFFERED', 'ACCEPTED', 'OVERDUE'))
                    and exists (select 1 from correction c join correction_step s on s.correction = c.id
                        where c.person = i.person and s.state = 'ACCEPTED' and s.at > i.next_at)""", undecidedFor.toMillis());
    }

    /** Forgets those that have ended long ago. */
    void forget() {
        jdbc.update(
                "delete from right_intent where state <> 'WAITING' and until < statement_timestamp() - interval '1 year'");
    }
}

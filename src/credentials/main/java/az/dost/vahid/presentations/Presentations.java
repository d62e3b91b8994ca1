package az.dost.vahid.presentations;

import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.signature.CheckCode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What officials ask wallets to show. Each step is an entry of the audit chain, which has no claim; a method returns
 * when both are durable.
 */
final class Presentations {
    private static final String TABLE = "presentation";
    private static final String PART = "shown";
    private static final String COLUMNS = "id, requester, official, type, claims, state, reason, shown, step, mac";
    private static final String UPDATE =
            "update presentation set state = ?, reason = ?, shown = ?, step = ?, mac = ? where id = ? and step = ?";
    private static final int FIRST_THAT_CHANGES = 5;
    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final Bodies bodies;
    private final RowTrust trust;

    Presentations(JdbcTemplate jdbc, ActRecord acts, Bodies bodies, RowTrust trust) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.bodies = bodies;
        this.trust = trust;
    }

    /** @throws az.dost.vahid.problem.ProblemException OVERLOADED; then nothing is kept */
    Presentation ask(Caller caller, String type, List<String> claims) {
        UUID id = RecordId.next();
        Presentation asked = new Presentation(
                id,
                caller.requester().id(),
                caller.official(),
                type,
                claims,
                Presentation.State.OPEN,
                null,
                null,
                RecordId.next());
        ObjectNode said = said(asked)
                .put("requester", asked.requester())
                .put("official", asked.official())
                .put("type", type);
        claims.forEach(said.putArray("claims")::add);
        acts.keep(asked.step(), "presentation-asked", said, connection -> insert(connection, asked));
        return asked;
    }

    private boolean insert(Connection connection, Presentation asked) throws SQLException {
        Object[] row = row(asked);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into presentation (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int column = 0;
            for (Object value : row) {
                insert.setObject(++column, value);
            }
            insert.setBytes(++column, trust.seals().of(TABLE, row));
            return insert.executeUpdate() > 0;
        }
    }

    /** Takes one of its tries. @return how many are left after it, less than none when there was none */
    int tried(Presentation asked) {
        List<Integer> tries = jdbc.queryForList(
                "update presentation set tries = tries + 1 where id = ? and tries < ? returning tries",
                Integer.class,
                asked.id(),
                Presentation.TRIES);
        return tries.isEmpty() ? -1 : Presentation.TRIES - tries.get(0);
    }

    /** @return false when another answer came first */
    boolean shown(Presentation asked, ObjectNode claims) {
        byte[] sealed =
                bodies.seal(asked.id(), DataClass.BULK, PART, claims.toString().getBytes(StandardCharsets.UTF_8));
        return step(asked, Presentation.State.SHOWN, null, sealed);
    }

    /** @return false when another answer came first */
    boolean declined(Presentation asked) {
        return step(asked, Presentation.State.DECLINED, null, null);
    }

    /** What was shown does not hold. @param left tries after this one */
    void refused(Presentation asked, CheckCode why, int left) {
        step(asked, left > 0 ? Presentation.State.OPEN : Presentation.State.REFUSED, why.name(), null);
    }

    private boolean step(Presentation now, Presentation.State state, String reason, byte[] shown) {
        Presentation after = now.after(state, reason, shown, RecordId.next());
        ObjectNode said = said(after);
        if (reason != null) {
            said.put("reason", reason);
        }
        String act = reason == null ? state.name().toLowerCase(Locale.ROOT) : "refused";
        return acts.keep(after.step(), "presentation-" + act, said, connection -> update(connection, now, after));
    }

    private boolean update(Connection connection, Presentation before, Presentation after) throws SQLException {
        Object[] row = row(after);
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            int column = 0;
            for (int i = FIRST_THAT_CHANGES; i < row.length; i++) {
                update.setObject(++column, row[i]);
            }
            update.setBytes(++column, trust.seals().of(TABLE, row));
            update.setObject(++column, before.id());
            update.setObject(++column, before.step());
            return update.executeUpdate() > 0;
        }
    }

    private static ObjectNode said(Presentation one) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("presentation", one.id().toString());
    }

    private static Object[] row(Presentation one) {
        return new Object[] {
            one.id(),
            one.requester(),
            one.official(),
            one.type(),
            String.join(",", one.claims()),
            one.state().name(),
            one.reason(),
            one.shown(),
            one.step()
        };
    }

    /** Empty for one that there is not, and for one whose time is over, whether it is forgotten yet or not. */
    Optional<Presentation> find(UUID id, Instant now) {
        return jdbc.query("select " + COLUMNS + " from presentation where id = ?", (row, n) -> read(row), id).stream()
                .filter(Objects::nonNull)
                .filter(one -> now.isBefore(one.keptUntil()))
                .findFirst();
    }

    private Presentation read(ResultSet row) throws SQLException {
        String claims = row.getString(5);
        Presentation read = new Presentation(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                claims.isEmpty() ? List.of() : List.of(claims.split(",")),
                Presentation.State.valueOf(row.getString(6)),
                row.getString(7),
                row.getBytes(8),
                row.getObject(9, UUID.class));
        return trust.believes(row.getBytes(10), TABLE, read.id().toString(), row(read)) ? read : null;
    }

    /**
     * The claims of one that was shown, JSON.
     *
     * @throws az.dost.vahid.signature.key.ChangedException when they are not what was sealed
     */
    byte[] claims(Presentation shown) {
        return bodies.open(shown.id(), DataClass.BULK, PART, shown.shown());
    }

    /** Forgets those whose time is over; the audit chain has that they were. */
    void forget(Instant now) {
        jdbc.update(
                "delete from presentation where id < ?",
                RecordId.at(now.minus(Presentation.KEPT_FOR).toEpochMilli()));
    }
}

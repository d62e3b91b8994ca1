package az.dost.vahid.credentials;

import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.RowTrust;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The credentials; each step of one is an entry of the audit chain. A method returns when all is durable. */
final class Credentials {
    private static final String TABLE = "credential";
    private static final String COLUMNS =
            "id, type, person, dossier, expires_ms, code, pin, token, fetched_until_ms, state, reason, step, mac";
    /** Counted again in the statement: of many at once not more come in than a day has. */
    private static final String INSERT = "insert into credential (" + COLUMNS
            + ") select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? where"
            + " (select count(*) from credential where person = ? and id >= ?) < ?";

    /** Not where an event ended it meanwhile. */
    private static final String UPDATE =
            "update credential set dossier = ?, expires_ms = ?, code = ?, pin = ?, token = ?,"
                    + " fetched_until_ms = ?, state = ?, reason = ?, step = ?, mac = ? where id = ? and step = ?";

    private static final String OVER = "(c.state in ('ASKED', 'UNFOUNDED', 'CLOSED') and c.id < ?"
            + " or c.state in ('ISSUED', 'REVOKED') and c.expires_ms < ?)";

    private static final String UNENDED = UPDATE + " and ending is null";
    private static final int FIRST_THAT_CHANGES = 3;
    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final RowTrust trust;
    private final int perDay;

    /** @param perDay how many a citizen may ask for on one day, by UTC */
    Credentials(JdbcTemplate jdbc, ActRecord acts, RowTrust trust, int perDay) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.trust = trust;
        this.perDay = perDay;
    }

    /** What is kept of a secret: whoever reads the table cannot use it. */
    byte[] seal(String what, String secret) {
        return trust.seals().of("credential." + what, secret);
    }

    /** One that is asked for; empty where its citizen has asked too often today. */
    Optional<Credential> ask(CredentialType type, String person) {
        UUID id = RecordId.next();
        UUID step = RecordId.next();
        Credential asked = new Credential(
                id, type.code(), person, null, null, null, null, null, null, Credential.State.ASKED, null, step);
        return acts.keep(step, act(asked), said(asked, null), connection -> insert(connection, asked))
                ? Optional.of(asked)
                : Optional.empty();
    }

    private boolean insert(Connection connection, Credential asked) throws SQLException {
        Object[] row = row(asked);
        UUID today = RecordId.start(Instant.now().atZone(ZoneOffset.UTC).toLocalDate());
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            int column = 0;
            for (Object value : row) {
                insert.setObject(++column, value);
            }
            insert.setBytes(++column, trust.seals().of(TABLE, row));
            insert.setString(++column, asked.person());
            insert.setObject(++column, today);
            insert.setInt(++column, perDay);
            return insert.executeUpdate() > 0;
        }
    }

    /**
     * Has one take a step, once; none but its end where an event has ended it.
     *
     * @param now as it is then, with the state of before
     * @param reason null for none
     * @return false when it may not follow, or another step came first
     */
    boolean step(Credential now, Credential.State state, String reason) {
        return step(now, state, reason, null, connection -> true);
    }

    /** The same, with how many copies were made, null for none, and what else is changed with it. */
    boolean step(Credential now, Credential.State state, String reason, Integer copies, ActRecord.Change with) {
        if (!now.mayBecome(state)) {
            return false;
        }
        Credential after = now.after(state, reason, RecordId.next());
        boolean ends = state == Credential.State.REVOKED || state == Credential.State.CLOSED;
        return acts.keep(
                after.step(),
                act(after),
                said(after, copies),
                connection -> update(connection, ends ? UPDATE : UNENDED, now, after) && with.make(connection));
    }

    private boolean update(Connection connection, String sql, Credential before, Credential after) throws SQLException {
        Object[] row = row(after);
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            int column = 0;
            // Neither its id, nor its type and person, ever change.
            for (int i = FIRST_THAT_CHANGES; i < row.length; i++) {
                update.setObject(++column, row[i]);
            }
            update.setBytes(++column, trust.seals().of(TABLE, row));
            update.setObject(++column, before.id());
            update.setObject(++column, before.step());
            return update.executeUpdate() > 0;
        }
    }

    private static String act(Credential credential) {
        return "credential-" + credential.state().name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode said(Credential credential, Integer copies) {
        ObjectNode said = JsonNodeFactory.instance
                .objectNode()
                .put("credential", credential.id().toString())
                .put("type", credential.type());
        if (credential.dossier() != null) {
            said.put("dossier", credential.dossier().toString());
        }
        if (credential.reason() != null) {
            said.put("reason", credential.reason());
        }
        if (copies != null) {
            said.put("copies", copies);
        }
        return said;
    }

    private static Object[] row(Credential credential) {
        return new Object[] {
            credential.id(),
            credential.type(),
            credential.person(),
            credential.dossier(),
            milliseconds(credential.expires()),
            credential.code(),
            credential.pin(),
            credential.token(),
            milliseconds(credential.fetchedUntil()),
            credential.state().name(),
            credential.reason(),
            credential.step()
        };
    }

    private static Long milliseconds(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    /** Takes one of its tries. @return false when there is none left */
    boolean tried(Credential offered, int most) {
        return jdbc.update("update credential set tries = tries + 1 where id = ? and tries < ?", offered.id(), most)
                > 0;
    }

    Optional<Credential> byCode(byte[] seal) {
        return rows("where code = ?", (Object) seal).stream().findFirst();
    }

    Optional<Credential> byToken(byte[] seal) {
        return rows("where token = ?", (Object) seal).stream().findFirst();
    }

    /** A person's, the newest first. */
    List<Credential> of(String person) {
        return rows("where person = ? order by id desc limit 200", person);
    }

    Optional<Credential> find(UUID id, String person) {
        return rows("where id = ? and person = ?", id, person).stream().findFirst();
    }

    /**
     * Marks those of a person that an event ends, in the transaction of the event.
     *
     * @param types codes of credentials
     */
    static void end(Connection connection, String person, List<String> types) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update credential set ending = 'EVENT'"
                + " where person = ? and type = any (?) and ending is null and state not in"
                + " ('UNFOUNDED', 'REVOKED', 'CLOSED')")) {
            update.setString(1, person);
            update.setArray(2, connection.createArrayOf("text", types.toArray()));
            update.executeUpdate();
        }
    }

    /**
     * Marks those whose person had a fact corrected since they were asked for; of corrections those of the last day.
     */
    void endCorrected() {
        jdbc.update("""
                update credential c set ending = 'CORRECTION' from correction k join correction_step s on s.correction = k.id
                 where s.state = 'ACCEPTED' and s.at > statement_timestamp() - interval '1 day'
                    and k.person = c.person and c.ending is null and c.state in ('OFFERED', 'REDEEMED', 'ISSUED')
                    and s.at > to_timestamp(('x' || translate(left(c.id::text, 13), '-', ''))::bit(48)::bigint / 1000.0)""");
    }

    /** Some that are marked and have not ended. */
    List<Credential> ending() {
        return rows("where ending is not null and state in ('OFFERED', 'REDEEMED', 'ISSUED') order by id limit 100");
    }

    /** Why one is to end. */
    String ending(Credential one) {
        return jdbc.queryForObject("select ending from credential where id = ?", String.class, one.id());
    }

    /** Some that no wallet fetched in time. */
    List<Credential> unfetched(Instant now) {
        return rows(
                "where state in ('OFFERED', 'REDEEMED') and fetched_until_ms < ? order by id limit 100",
                now.toEpochMilli());
    }

    /**
     * Forgets those that are over; the audit chain has them.
     *
     * @param unissued time before which one was asked for that never was issued
     * @param expired time before which one has expired
     */
    void forget(Instant unissued, Instant expired) {
        jdbc.update(
                "delete from credential_index i using credential c where c.id = i.credential and " + OVER,
                RecordId.at(unissued.toEpochMilli()),
                expired.toEpochMilli());
        jdbc.update(
                "delete from credential c where " + OVER, RecordId.at(unissued.toEpochMilli()), expired.toEpochMilli());
    }

    private List<Credential> rows(String where, Object... arguments) {
        return jdbc
                .query("select " + COLUMNS + " from credential " + where, (row, n) -> credential(row), arguments)
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private Credential credential(ResultSet row) throws SQLException {
        Credential read = new Credential(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, UUID.class),
                instant(row.getObject(5, Long.class)),
                row.getBytes(6),
                row.getBytes(7),
                row.getBytes(8),
                instant(row.getObject(9, Long.class)),
                Credential.State.valueOf(row.getString(10)),
                row.getString(11),
                row.getObject(12, UUID.class));
        return trust.believes(row.getBytes(13), TABLE, read.id().toString(), row(read)) ? read : null;
    }

    private static Instant instant(Long milliseconds) {
        return milliseconds == null ? null : Instant.ofEpochMilli(milliseconds);
    }
}

package az.dost.vahid.simulation;

import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.Slice;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.signature.key.Sha256;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Simulations in the database. Each step is an entry of the audit chain, in one transaction with its row. */
final class AskedSimulations {
    private static final String TABLE = "right_simulation";
    private static final UUID LAST = new UUID(-1, -1);
    private static final String SELECT = "select " + AskedSimulation.COLUMNS + " from right_simulation where ";
    private static final String WAITING =
            "select count(*) from right_simulation where ended is null and (decision = 'RELEASED' or decision is null and asked_ms > ?)";
    private static final String NEXT = "update right_simulation set attempts = attempts + 1 where id = (select id from"
            + " right_simulation where decision = 'RELEASED' and ended is null order by decided_ms, id limit 1)"
            + " and ended is null returning id, attempts";
    private final JdbcTemplate jdbc;
    private final RowTrust trust;
    private final ActRecord acts;
    private final Clock clock;

    AskedSimulations(JdbcTemplate jdbc, RowTrust trust, ActRecord acts, Clock clock) {
        this.jdbc = jdbc;
        this.trust = trust;
        this.acts = acts;
        this.clock = clock;
    }

    /** @param attempts with this one */
    record Begun(UUID id, int attempts) {}

    /** The newest first; whoever edits a row has it disappear. */
    Slice<AskedSimulation> list(UUID before, int most) {
        List<AskedSimulation> read = jdbc.query(
                SELECT + "id < ? order by id desc limit ?",
                (row, n) -> AskedSimulation.of(row),
                before == null ? LAST : before,
                most);
        return Slice.of(
                read.stream().filter(this::believed).toList(),
                read.size(),
                most,
                read.isEmpty() ? null : read.get(read.size() - 1).id());
    }

    Optional<AskedSimulation> find(UUID id) {
        return found("id = ?", id);
    }

    /** What the same analyst asked for under this key. */
    Optional<AskedSimulation> find(Caller analyst, String key) {
        return found(
                "requester = ? and asked_by = ? and idempotency_key = ?",
                analyst.requester().id(),
                analyst.official(),
                key);
    }

    private Optional<AskedSimulation> found(String where, Object... arguments) {
        return jdbc.query(SELECT + where, (row, n) -> AskedSimulation.of(row), arguments).stream()
                .filter(this::believed)
                .findFirst();
    }

    private boolean believed(AskedSimulation one) {
        String place = one.id().toString();
        return trust.believes(one.mac(), TABLE, place, one.sealed())
                && (one.decision() == null
                        || trust.believes(
                                one.decision().mac(),
                                TABLE,
                                place,
                                one.decision().sealed(one.id())))
                && (one.end() == null
                        || trust.believes(
                                one.end().mac(), TABLE, place, one.end().sealed(one.id())));
    }

    /** How many nobody has decided about, or are not computed yet. */
    int waiting() {
        return jdbc.queryForObject(
                WAITING, Integer.class, now().minus(AskedSimulation.OPEN).toEpochMilli());
    }

    /** Keeps what an analyst asks; under a key that he has used nothing. */
    void ask(Caller analyst, String key, LawQuestion question) {
        AskedSimulation made = new AskedSimulation(
                RecordId.next(), analyst.requester().id(), analyst.official(), key, now(), question, null, null, null);
        ObjectNode said = by(analyst, made.id())
                .put("day", question.asked().day().toString())
                .put("seed", question.asked().seed())
                .put("count", question.asked().count())
                .put("digest", Sha256.hex(question.json()));
        acts.keep(RecordId.next(), "simulation-asked", said, connection -> insert(connection, made));
    }

    private boolean insert(Connection connection, AskedSimulation made) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into right_simulation (id, requester, asked_by, idempotency_key, asked_ms, question, mac)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")) {
            int column = 0;
            for (Object value : made.sealed()) {
                insert.setObject(++column, value);
            }
            insert.setBytes(++column, trust.seals().of(TABLE, made.sealed()));
            return insert.executeUpdate() > 0;
        }
    }

    /** @param note null for a release. @return whether nobody else had decided */
    boolean decide(Caller auditor, AskedSimulation one, String note) {
        boolean release = note == null;
        AskedSimulation.Decision made = new AskedSimulation.Decision(release, auditor.official(), now(), note, null);
        ObjectNode said =
                by(auditor, one.id()).put("digest", Sha256.hex(one.question().json()));
        if (!release) {
            said.put("note", note);
        }
        return acts.keep(RecordId.next(), release ? "simulation-released" : "simulation-refused", said, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update right_simulation set decision = ?, decided_by = ?, decided_ms = ?, note = ?, decided_mac = ?"
                            + " where id = ? and decision is null")) {
                update.setString(1, (release ? AskedSimulation.State.RELEASED : AskedSimulation.State.REFUSED).name());
                update.setString(2, made.by());
                update.setLong(3, made.at().toEpochMilli());
                update.setString(4, note);
                update.setBytes(5, trust.seals().of(TABLE, made.sealed(one.id())));
                update.setObject(6, one.id());
                return update.executeUpdate() > 0;
            }
        });
    }

    /** The one that was released first and is not computed yet; it is begun once more. */
    Optional<Begun> begin() {
        return jdbc.query(NEXT, (row, n) -> new Begun(row.getObject(1, UUID.class), row.getInt(2))).stream()
                .findFirst();
    }

    /** It was not begun: this gateway ends. */
    void giveBack(UUID id) {
        jdbc.update("update right_simulation set attempts = attempts - 1 where id = ? and ended is null", id);
    }

    /**
     * It has a result. Whoever computed the same meanwhile keeps nothing.
     *
     * @param content that is signed
     * @param jws compact
     */
    void made(UUID id, byte[] content, String jws) {
        ObjectNode said = JsonNodeFactory.instance
                .objectNode()
                .put("simulation", id.toString())
                .put("digest", Sha256.hex(content));
        end(id, "simulation-made", said, new AskedSimulation.End(now(), null, jws, null));
    }

    /** It came to nothing, and is not begun again. */
    void failed(UUID id, AskedSimulation.Because because) {
        ObjectNode said = JsonNodeFactory.instance
                .objectNode()
                .put("simulation", id.toString())
                .put("because", because.name());
        end(id, "simulation-failed", said, new AskedSimulation.End(now(), because, null, null));
    }

    private void end(UUID id, String act, ObjectNode said, AskedSimulation.End end) {
        acts.keep(RecordId.next(), act, said, connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update right_simulation set ended = ?, ended_ms = ?, because = ?,"
                            + " result = ?, ended_mac = ? where id = ? and ended is null")) {
                update.setString(
                        1, (end.because() == null ? AskedSimulation.State.DONE : AskedSimulation.State.FAILED).name());
                update.setLong(2, end.at().toEpochMilli());
                update.setString(3, end.because() == null ? null : end.because().name());
                update.setString(4, end.result());
                update.setBytes(5, trust.seals().of(TABLE, end.sealed(id)));
                update.setObject(6, id);
                return update.executeUpdate() > 0;
            }
        });
    }

    private static ObjectNode by(Caller caller, UUID id) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("by", caller.requester().id())
                .put("official", caller.official())
                .put("simulation", id.toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

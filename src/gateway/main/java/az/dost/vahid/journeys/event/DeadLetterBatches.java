package az.dost.vahid.journeys.event;

import az.dost.vahid.edge.access.Operator;
import az.dost.vahid.edge.door.IdempotencyKey;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.claim.ClaimQuery;
import az.dost.vahid.proof.claim.ClaimedRow;
import az.dost.vahid.proof.claim.Lease;
import az.dost.vahid.proof.claim.Leases;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.RowTrust;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Orders to settle many dead letters: each is begun once, whoever sends it again, and one gateway of all works it off.
 */
public final class DeadLetterBatches {
    private static final String TABLE = "dead_letter_batch";
    private static final String COLUMNS =
            "id, requester, official, act, version, subscription, reason, laid_aside_before, because, mac, letters, done, failed, ended_at";
    private static final ClaimQuery OPEN = new ClaimQuery("r.ended_at is null", "r.id", "", "r.*");
    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final DeadLetters letters;
    private final Leases leases;
    private final RowTrust trust;
    private final Clock clock;

    DeadLetterBatches(
            JdbcTemplate jdbc, ActRecord acts, DeadLetters letters, Leases leases, RowTrust trust, Clock clock) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.letters = letters;
        this.leases = leases.ring("dead-letters", OPEN.due());
        this.trust = trust;
        this.clock = clock;
    }

    /**
     * An order, and how far it is.
     *
     * @param failed that are dead letters still, once it has ended
     * @param endedAt null before
     */
    record Batch(UUID id, BatchOrder order, byte[] mac, int letters, int done, int failed, Instant endedAt) {
        Object[] sealed() {
            return new Object[] {
                id,
                order.by().requester(),
                order.by().official() == null ? "" : order.by().official(),
                order.act(),
                order.version(),
                order.subscription() == null ? "" : order.subscription(),
                order.reason() == null ? "" : order.reason(),
                order.before().toString(),
                order.because()
            };
        }
    }

    /**
     * Begins it, or finds the one that was begun under this key.
     *
     * @throws ProblemException IDEMPOTENCY_KEY_USED where that was another order
     */
    Batch begin(BatchOrder order, String key) {
        UUID id = RecordId.next();
        BatchOrder until = new BatchOrder(
                order.by(),
                order.replay(),
                order.first(),
                order.subscription(),
                order.reason(),
                order.before() == null ? clock.instant().truncatedTo(ChronoUnit.MICROS) : order.before(),
                order.because());
        Batch batch = new Batch(id, until, null, letters.count(until.filter()), 0, 0, null);
        acts.keep(
                RecordId.next(),
                "dead-letter-batch-begun",
                order.said(id, JsonNodeFactory.instance.objectNode()).put("letters", batch.letters()),
                connection -> insert(connection, batch, key));
        Batch kept = jdbc.query(
                        "select " + COLUMNS + " from dead_letter_batch where requester = ? and idempotency_key = ?",
                        (row, n) -> batch(row),
                        order.by().requester(),
                        key)
                .get(0);
        if (!order.same(kept.order())) {
            throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_USED, IdempotencyKey.HEADER, null);
        }
        return kept;
    }

    private boolean insert(Connection connection, Batch batch, String key) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into dead_letter_batch (id, requester, official, idempotency_key, act, version, subscription,"
                        + " reason, laid_aside_before, because, mac, letters) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (requester, idempotency_key) do nothing")) {
            BatchOrder order = batch.order();
            int column = 0;
            for (Object value : new Object[] {
                batch.id(),
                order.by().requester(),
                order.by().official(),
                key,
                order.act(),
                order.version(),
                order.subscription(),
                order.reason(),
                Timestamp.from(order.before()),
                order.because(),
                trust.seals().of(TABLE, batch.sealed()),
                batch.letters()
            }) {
                insert.setObject(++column, value);
            }
            return insert.executeUpdate() > 0;
        }
    }

    /** Empty for one that there is not. */
    Optional<Batch> find(UUID id) {
        return jdbc
                .query("select " + COLUMNS + " from dead_letter_batch where id = ?", (row, n) -> batch(row), id)
                .stream()
                .findFirst();
    }

    /**
     * The newest first: an id begins with its time.
     *
     * @param before id of the one to go on after, null for the newest
     */
    List<Batch> list(UUID before, int most) {
        return jdbc.query(
                "select " + COLUMNS + " from dead_letter_batch where id < ? order by id desc limit ?",
                (row, n) -> batch(row),
                before == null ? new UUID(-1, -1) : before,
                most);
    }

    private static Batch batch(ResultSet row) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new Batch(
                row.getObject("id", UUID.class),
                new BatchOrder(
                        new Operator(row.getString("requester"), row.getString("official")),
                        row.getString("act").equals("REPLAY"),
                        row.getString("version").equals("first"),
                        row.getString("subscription"),
                        row.getString("reason"),
                        row.getTimestamp("laid_aside_before").toInstant(),
                        row.getString("because")),
                row.getBytes("mac"),
                row.getInt("letters"),
                row.getInt("done"),
                row.getInt("failed"),
                ended == null ? null : ended.toInstant());
    }

    /** A turn of this gateway: the oldest order that nobody works off is worked off to its end. */
    public void work() {
        Optional<ClaimedRow<Batch>> taken = leases.take(OPEN, (row, n) -> batch(row));
        taken.ifPresent(one -> {
            one.lease().hold();
            try {
                work(one.row(), one.lease());
            } catch (RuntimeException e) {
                one.lease().fail();
                throw e;
            }
        });
    }

    private void work(Batch batch, Lease lease) {
        if (trust.believes(batch.mac(), TABLE, batch.id().toString(), batch.sealed())) {
            DeadLetter last = null;
            List<DeadLetter> page;
            do {
                page = letters.open(batch.order().filter(), last, DeadLetters.PAGE);
                page.forEach(letter -> settle(batch, letter));
                last = page.isEmpty() ? null : page.get(page.size() - 1);
            } while (last != null && !lease.lost());
        }
        lease.end(", ended_at = statement_timestamp(), failed = "
                + letters.count(batch.order().filter()));
    }

    /** One that cannot be settled stays what it is. */
    private void settle(Batch batch, DeadLetter letter) {
        try {
            if (batch.order().replay()) {
                letters.replay(letter, batch.order().first(), batch.order().by(), batch.id());
            } else {
                letters.drop(letter, batch.order().by(), batch.id(), null);
            }
        } catch (ProblemException e) {
            if (e.code() != ProblemCode.DEAD_LETTER_SETTLED && e.code() != ProblemCode.FIELD_INVALID) {
                throw e;
            }
        }
    }
}

package az.dost.vahid.journeys.misuse;

import az.dost.vahid.proof.claim.TransactionLock;
import io.micrometer.core.instrument.Counter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was seen, in the database: the windows outlive a restart and are the same at every gateway. Nothing waits for
 * it: a gateway that is killed forgets what it saw since the last turn. What differs is counted there over all gateways
 * ({@link DifferentRows}).
 */
public final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final int MOST = 100_000;
    private static final int PAGE = 10_000;
    /** Batches get their numbers in the order of their commits, so that no gateway misses one. */
    private static final long LOCK = 0x6D6973757365L;

    private final BlockingQueue<Noted> waiting = new ArrayBlockingQueue<>(MOST);
    private final UUID gateway = UUID.randomUUID();
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RuleBook book;
    private final Counter lost;
    private final DifferentRows different;
    private Consumer<Sighting> windows = seen -> {};
    private Consumer<DifferentRows.Exceeded> exceeded = found -> {};
    private LongPredicate news = since -> true;
    private long read;
    /** {@link System#nanoTime()} of the last look at what others saw. */
    private long looked;

    /** @param ofSystem whether it counts for its system, too */
    record Noted(Sighting seen, boolean ofSystem) {}

    Journal(JdbcTemplate jdbc, TransactionTemplate transaction, RuleBook book, Counter lost) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.book = book;
        this.lost = lost;
        this.different = new DifferentRows(book);
    }

    /**
     * Gives the windows all that still counts by number, now, and at every turn what other gateways saw.
     *
     * @param counted told of each subject for which the database has counted that a rule is broken
     */
    void feed(Consumer<Sighting> counting, Consumer<DifferentRows.Exceeded> counted) {
        windows = counting;
        exceeded = counted;
        read = jdbc.queryForObject(
                "select coalesce(max(number), 0) from misuse_seen where at <= statement_timestamp() - ? * interval '1 millisecond'",
                Long.class,
                book.longest().toMillis());
        others();
    }

    /** @param since whether other gateways may have seen something since that moment, {@link System#nanoTime()} */
    void lookWhen(LongPredicate since) {
        news = since;
    }

    /** Whether the database knows that the rule is broken for the subject of this sighting. */
    boolean exceeded(Rule rule, Sighting seen) {
        return different.exceeded(rule, seen);
    }

    void add(Noted noted) {
        if (!waiting.offer(noted)) {
            lost.increment();
        }
    }

    /** One turn: writes what was seen here, reads what was seen elsewhere. */
    public synchronized void keep() {
        write();
        if (news.test(looked)) {
            looked = System.nanoTime();
            others();
        }
    }

    private void write() {
        List<Noted> batch = new ArrayList<>();
        waiting.drainTo(batch);
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<DifferentRows.Exceeded> found = transaction.execute(status -> {
                TransactionLock.take(jdbc, LOCK);
                return jdbc.execute((ConnectionCallback<List<DifferentRows.Exceeded>>) connection -> {
                    insert(connection, batch.stream().map(Noted::seen).toList());
                    return different.keep(connection, batch);
                });
            });
            found.forEach(different::know);
            found.forEach(exceeded);
        } catch (DataAccessException e) {
            batch.forEach(this::add);
            throw e;
        }
    }

    private void insert(Connection connection, List<Sighting> batch) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into misuse_seen (gateway, at, kind, requester, official, case_ref, person, near_one, near_two)"
                        + " select ?, to_timestamp(at / 1000.0), kind, requester, official, case_ref, person, near_one, near_two from"
                        + " unnest(?, ?, ?, ?, ?, ?, ?, ?) seen (at, kind, requester, official, case_ref, person, near_one, near_two)")) {
            insert.setObject(1, gateway);
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", batch.stream().map(Sighting::at).toArray()));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            batch.stream().map(seen -> seen.kind().name()).toArray()));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "text", batch.stream().map(Sighting::requester).toArray()));
            insert.setArray(
                    5,
                    connection.createArrayOf(
                            "text", batch.stream().map(Sighting::official).toArray()));
            insert.setArray(
                    6,
                    connection.createArrayOf(
                            "text", batch.stream().map(Sighting::caseRef).toArray()));
            insert.setArray(
                    7,
                    connection.createArrayOf(
                            "text", batch.stream().map(Sighting::person).toArray()));
            insert.setArray(
                    8,
                    connection.createArrayOf(
                            "bigint",
                            batch.stream()
                                    .map(seen -> seen.near() == null
                                            ? null
                                            : seen.near().one())
                                    .toArray()));
            insert.setArray(
                    9,
                    connection.createArrayOf(
                            "bigint",
                            batch.stream()
                                    .map(seen -> seen.near() == null
                                            ? null
                                            : seen.near().other())
                                    .toArray()));
            insert.executeUpdate();
        }
    }

    /** Sightings of other gateways, and of this one's life before its last start. */
    private void others() {
        long upTo = jdbc.queryForObject("select coalesce(max(number), 0) from misuse_seen", Long.class);
        while (read < upTo) {
            long end = Math.min(upTo, read + PAGE);
            jdbc.query(
                    "select (extract(epoch from at) * 1000)::bigint, kind, requester, official, case_ref, person,"
                            + " near_one, near_two from misuse_seen"
                            + " where number > ? and number <= ? and gateway <> ? order by number",
                    (RowCallbackHandler) row -> windows.accept(new Sighting(
                            row.getLong(1),
                            Sighting.Kind.valueOf(row.getString(2)),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            near(row))),
                    read,
                    end,
                    gateway);
            read = end;
        }
    }

    /** Null for what gateways of the version before saw. */
    private static Vicinity near(ResultSet row) throws SQLException {
        return row.getObject(7) == null ? null : new Vicinity(row.getLong(7), row.getLong(8));
    }

    /** Deletes what no rule can count any more. */
    public void forget() {
        different.forget(jdbc);
        jdbc.update(
                "delete from misuse_seen where at < statement_timestamp() - ? * interval '1 millisecond'",
                book.kept().toMillis());
    }

    @Override
    public void close() {
        try {
            write();
        } catch (DataAccessException e) {
            LOG.warn(
                    "What was seen at the end could not be kept: {}",
                    e.getClass().getSimpleName());
        }
    }
}

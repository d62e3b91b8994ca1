package az.dost.vahid.proof.anchor;

import az.dost.vahid.proof.record.OutsideRoots;
import az.dost.vahid.proof.trust.ChangedRows;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps every signed root outside the database too, so that one that was rolled back, rewritten or cut off is found: by
 * {@code verify record --anchors}, and here when a root of the database is not the one that was anchored. Nobody waits
 * for it; what could not be anchored is later. While the database is behind its anchors no root is signed, until an
 * operator says that it was restored (decision 132); lookups go on.
 */
public final class Anchors implements HealthIndicator, OutsideRoots {
    private static final Logger LOG = LoggerFactory.getLogger(Anchors.class);
    private static final Status WARNING = new Status("WARNING");
    private static final int PIECE = 500;
    /** What has failed so long ago, and not been tried here since, is another gateway's to tell. */
    private static final long TOLD_NANOS = TimeUnit.MINUTES.toNanos(15);

    private static final double SECOND = 1e9;
    private final JdbcTemplate jdbc;
    private final AnchorStore store;
    private final ChangedRows changed;
    private final Counter failures;
    private volatile long kept;
    private volatile long behind;
    /** When all roots were anchored, {@link System#nanoTime()}. */
    private volatile long whole = System.nanoTime();

    private volatile boolean failing;
    private volatile long failedAt;
    /** The number of the newest anchor that this gateway has seen. */
    private volatile long newest;
    /** Whether the database lacks a root that is anchored. */
    private volatile boolean ahead;

    private boolean known;
    /** Whether this gateway has ever seen the anchors. */
    private volatile boolean seen;

    private record Root(long number, String jws) {}

    /** @param store null where an operator said that there is none */
    Anchors(JdbcTemplate jdbc, AnchorStore store, ChangedRows changed, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.store = store;
        this.changed = changed;
        Gauge.builder("vahid.record.anchors.behind", this, anchors -> anchors.behind)
                .description("Signed roots that are not anchored yet")
                .register(meters);
        Gauge.builder("vahid.record.anchors.ahead", this, anchors -> anchors.ahead ? 1 : 0)
                .description("1 while roots are anchored that the database does not have")
                .register(meters);
        Gauge.builder(
                        "vahid.record.anchors.age",
                        this,
                        anchors -> anchors.store == null ? Double.NaN : (System.nanoTime() - anchors.whole) / SECOND)
                .baseUnit("seconds")
                .description("Since this gateway saw every signed root anchored")
                .register(meters);
        failures = meters.counter("vahid.record.anchors.failed");
    }

    /** Signed roots that are not anchored yet; null where an operator said that nothing is anchored. */
    public Long behind() {
        return store == null ? null : behind;
    }

    /** The turn of one gateway of all; where it fails, another gateway's may not. */
    public void turn(Exchange exchange) {
        keep();
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, !failing);
    }

    /** Anchors what is not anchored yet, in its order. */
    public void keep() {
        if (store == null) {
            return;
        }
        try {
            boolean again = known;
            begin();
            List<Root> roots = next();
            if (again && roots.size() > 1) {
                // Another gateway may have anchored them.
                lookAgain();
            }
            do {
                roots = next();
                behind = roots.size();
                for (Root root : roots) {
                    keep(root);
                }
            } while (roots.size() == PIECE);
            whole = System.nanoTime();
            if (failing) {
                LOG.info("Roots are anchored again");
            }
            failing = false;
        } catch (IOException | RuntimeException e) {
            failures.increment();
            if (!failing) {
                LOG.warn(
                        "Signed roots cannot be anchored (vahid.record.anchors); lookups go on, and it is tried again: {}",
                        e.getClass().getSimpleName());
            }
            failing = true;
            failedAt = System.nanoTime();
        }
    }

    private List<Root> next() {
        return jdbc.query(
                "select number, jws from audit_root where number > ? order by number limit " + PIECE,
                (row, n) -> new Root(row.getLong(1), row.getString(2)),
                kept);
    }

    /** The newest anchor says how far the record had come: one that has not come as far any more was rolled back. */
    private synchronized void begin() throws IOException {
        if (!known) {
            newest = store.newest();
            long last = lastRoot();
            if (newest > last) {
                missing(newest);
            } else if (newest > 0) {
                String jws = jdbc.queryForObject("select jws from audit_root where number = ?", String.class, newest);
                compare(new Root(newest, jws), store.keep(newest, jws));
            }
            kept = Math.min(newest, last);
            known = true;
            seen = true;
        }
    }

    private synchronized void lookAgain() throws IOException {
        known = false;
        begin();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // A figure to look at; each round sets it anew.
    private void keep(Root root) throws IOException {
        compare(root, store.keep(root.number(), root.jws()));
        kept = root.number();
        newest = Math.max(newest, kept);
        behind--;
    }

    /**
     * As long as this gateway has not seen the anchors, every number may be taken; a store that goes away later stops
     * nothing.
     */
    @Override
    public boolean taken(long number) {
        if (store == null) {
            return false;
        }
        boolean taken;
        try {
            begin();
            taken = number <= newest || store.find(number).isPresent();
        } catch (IOException | RuntimeException e) {
            taken = !seen || number <= newest;
        }
        if (taken && seen && lastRoot() < number) {
            missing(number);
        } else {
            // Another gateway may have signed and anchored it meanwhile.
            ahead = false;
        }
        return taken;
    }

    private long lastRoot() {
        return jdbc.queryForObject("select coalesce(max(number), 0) from audit_root", Long.class);
    }

    private void missing(long number) {
        ahead = true;
        changed.found(
                "audit_root",
                "root " + number
                        + ", which is anchored and not there. Where it was restored, say so: vahid record restored");
    }

    /**
     * The root that is kept outside and ahead of all that the database has; empty where there is none.
     *
     * @throws IOException when nobody can look now
     */
    Optional<String> newestLost() throws IOException {
        long number = store == null ? 0 : store.newest();
        return number > lastRoot() ? store.find(number) : Optional.empty();
    }

    private void compare(Root root, String anchored) {
        if (!anchored.equals(root.jws())) {
            changed.found("audit_root", "root " + root.number());
        }
    }

    @Override
    public Health health() {
        if (store == null) {
            return Health.up().withDetail("anchors", "none").build();
        }
        boolean fails = failing && System.nanoTime() - failedAt < TOLD_NANOS;
        Health.Builder health = (fails || ahead ? Health.status(WARNING) : Health.up())
                .withDetail("anchored", kept)
                .withDetail("behind", behind);
        if (ahead) {
            health.withDetail(
                    "ahead",
                    "The database lacks roots that are anchored; no root is signed until 'vahid record restored' says why");
        }
        return health.build();
    }
}

package az.dost.vahid.anchor;

import az.dost.vahid.trust.ChangedRows;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps every signed root outside the database too, so that one that was rolled back, rewritten or cut off is found: by {@code verify record
 * --anchors}, and here when a root of the database is not the one that was anchored. Nobody waits for it; what could not be anchored is later.
 */
public final class Anchors implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(Anchors.class);
    private static final Status WARNING = new Status("WARNING");
    private static final int PIECE = 500;
    private final JdbcTemplate jdbc;
    private final AnchorStore store;
    private final ChangedRows changed;
    private final Counter failures;
    private volatile long kept;
    private volatile long behind;
    private volatile boolean failing;
    private boolean known;

    private record Root(long number, String jws) { }

    /** @param store null where an operator said that there is none */
    Anchors(JdbcTemplate jdbc, AnchorStore store, ChangedRows changed, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.store = store;
        this.changed = changed;
        Gauge.builder("vahid.record.anchors.behind", this, anchors -> anchors.behind).description("Signed roots that are not anchored yet").register(meters);
        failures = meters.counter("vahid.record.anchors.failed");
    }

    /** Anchors what is not anchored yet, in its order. */
    public void keep() {
        if (store == null) {
            return;
        }
        try {
            begin();
            List<Root> roots;
            do {
                roots = jdbc.query("select number, jws from audit_root where number > ? order by number limit " + PIECE,
                        (row, n) -> new Root(row.getLong(1), row.getString(2)), kept);
                behind = roots.size();
                for (Root root : roots) {
                    keep(root);
                }
            } while (roots.size() == PIECE);
            if (failing) {
                LOG.info("Roots are anchored again");
            }
            failing = false;
        } catch (IOException | RuntimeException e) {
            failures.increment();
            if (!failing) {
                LOG.warn("Signed roots cannot be anchored (vahid.record.anchors); lookups go on, and it is tried again: {}", e.getClass().getSimpleName());
            }
            failing = true;
        }
    }

    /** The newest anchor says how far the record had come: one that has not come as far any more was rolled back. */
    private void begin() throws IOException {
        if (!known) {
            long newest = store.newest();
            Long last = jdbc.queryForObject("select coalesce(max(number), 0) from audit_root", Long.class);
            if (newest > last) {
                changed.found("audit_root", "root " + newest + ", which was anchored");
            } else if (newest > 0) {
                String jws = jdbc.queryForObject("select jws from audit_root where number = ?", String.class, newest);
                compare(new Root(newest, jws), store.keep(newest, jws));
            }
            kept = Math.min(newest, last);
            known = true;
        }
    }

    private void keep(Root root) throws IOException {
        compare(root, store.keep(root.number(), root.jws()));
        kept = root.number();
        behind--;
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
        return (failing ? Health.status(WARNING) : Health.up()).withDetail("anchored", kept).withDetail("behind", behind).build();
    }
}

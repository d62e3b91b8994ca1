package az.dost.vahid.proof.trust;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Tells that somebody changed the database behind the gateways' backs: a line in the log, the counter
 * {@code vahid.database.changed} by table, and the health status WARNING until the gateway's next start. It says where,
 * never what stands there.
 */
public final class ChangedRows implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(ChangedRows.class);
    private static final Status WARNING = new Status("WARNING");
    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST_PLACES = 200;
    private final MeterRegistry meters;
    private final Map<String, Long> told = new ConcurrentHashMap<>();

    public ChangedRows(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * One row that is not what was written.
     *
     * @param table in which it stands
     * @param place an agency or an id; no personal data
     */
    public void found(String table, String place) {
        meters.counter("vahid.database.changed", "table", table).increment();
        long now = System.nanoTime();
        String name = told.size() < MOST_PLACES ? table + " of " + place : table;
        Long before = told.put(name, now);
        if (before == null || now - before > QUIET_NANOS) {
            LOG.error(
                    "The database was changed from outside: what stands in {} ({}) is not what was written. It is not used; see"
                            + " 'A database that was changed' in run.md",
                    table,
                    place);
        }
    }

    /**
     * Whether a row without a seal is believed all the same, as an operator says so for the time of an upgrade; counted
     * in {@code vahid.database.unsealed}.
     *
     * @param seal null where there is none
     */
    public boolean unsealed(String table, UnsealedUntil until, byte[] seal) {
        boolean believed = until.passes(seal);
        if (believed) {
            meters.counter("vahid.database.unsealed", "table", table).increment();
        }
        return believed;
    }

    @Override
    public Health health() {
        return told.isEmpty()
                ? Health.up().build()
                : Health.status(WARNING)
                        .withDetail("changed", told.keySet().stream().sorted().toList())
                        .build();
    }
}

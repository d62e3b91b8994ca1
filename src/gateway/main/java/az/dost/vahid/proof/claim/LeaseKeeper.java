package az.dost.vahid.proof.claim;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Renews the leases that this gateway holds, until they are given back. A gateway that has died, stands still or has
 * lost the database renews none, and others take its rows when the leases are over. In a thread of its own: routes that
 * end wait for what they have begun, which goes on needing its lease.
 */
public final class LeaseKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);
    private final JdbcTemplate jdbc;
    private final Duration length;
    private final Set<Lease> held = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "lease-keeper");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param length of a lease: so long others wait for a gateway that has died
     * @param every how often leases are renewed
     */
    public LeaseKeeper(JdbcTemplate jdbc, Duration length, Duration every) {
        this.jdbc = jdbc;
        this.length = length;
        rounds.scheduleWithFixedDelay(this::renew, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * The leases of a table.
     *
     * @param key its primary key's columns
     */
    public Leases of(String table, String... key) {
        return new Leases(jdbc, this, table, List.of(key));
    }

    Duration length() {
        return length;
    }

    void hold(Lease lease) {
        held.add(lease);
    }

    void forget(Lease lease) {
        held.remove(lease);
    }

    private void renew() {
        try {
            held.forEach(Lease::renew);
        } catch (RuntimeException e) {
            // A round that goes wrong must not be the last.
            LOG.warn(
                    "Leases cannot be renewed; others will take what this gateway works on: {}",
                    e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}

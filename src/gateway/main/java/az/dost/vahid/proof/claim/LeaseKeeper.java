package az.dost.vahid.proof.claim;

import az.dost.vahid.job.Jobs;
import az.dost.vahid.job.Rounds;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Renews the leases that this gateway holds, until they are given back. A gateway that has died, stands still or has
 * lost the database renews none, and others take its rows when the leases are over. In a thread of its own: routes that
 * end wait for what they have begun, which goes on needing its lease.
 */
public final class LeaseKeeper implements AutoCloseable {
    private final JdbcTemplate jdbc;
    private final Duration length;
    private final Set<Lease> held = ConcurrentHashMap.newKeySet();
    /** Queries that return a bell's name where there is work for it. */
    private final Queue<String> looks = new ConcurrentLinkedQueue<>();

    private final Rounds rounds;

    /**
     * @param length of a lease: so long others wait for a gateway that has died
     * @param every how often leases are renewed
     */
    public LeaseKeeper(JdbcTemplate jdbc, Duration length, Duration every) {
        this(jdbc, length, every, Jobs.logged());
    }

    LeaseKeeper(JdbcTemplate jdbc, Duration length, Duration every, Jobs jobs) {
        this.jdbc = jdbc;
        this.length = length;
        rounds = Rounds.start(jobs.of("lease-keeper", every), every, () -> held.forEach(Lease::renew));
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

    void look(String query) {
        looks.add(query);
    }

    /** One query for all: returns the names of bells for which there is work. Blank while there is none. */
    String look() {
        return String.join(" union all ", looks);
    }

    void hold(Lease lease) {
        held.add(lease);
    }

    void forget(Lease lease) {
        held.remove(lease);
    }

    @Override
    public void close() {
        rounds.close();
    }
}

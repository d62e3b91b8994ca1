package az.dost.vahid.proof.claim;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.scheduler.SchedulerEndpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.spi.RouteIdAware;
import org.apache.camel.support.ScheduledPollConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A periodic job runs once in the cluster, and not once a gateway. A route says so by {@code pollStrategy:
 * "#onceInCluster"}: its id is the job's, its delay the period, and only the gateway whose turn it is passes its steps.
 *
 * <p>The turn is a lease. A gateway that dies or stands still in the middle holds the others up until it is over, and
 * no longer; when it wakes, another may have begun: what a turn writes must bear that. A turn that fails is due again
 * at once, for whichever gateway comes first.
 */
public final class OnceInCluster implements PollingConsumerPollStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(OnceInCluster.class);
    private static final ClaimQuery DUE = new ClaimQuery(
            "r.name = ? and r.ended_at <= statement_timestamp() - ? * interval '1 millisecond'",
            "r.name",
            "",
            "r.name");
    /**
     * Gateways wake at moments of their own. One that wakes a moment before the period is over would let pass another
     * one.
     */
    private static final double EARLY = 0.9;

    private final JdbcTemplate jdbc;
    private final Leases jobs;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Map<String, Lease> turns = new ConcurrentHashMap<>();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();

    public OnceInCluster(JdbcTemplate jdbc, LeaseKeeper leases) {
        this.jdbc = jdbc;
        this.jobs = leases.of("periodic_job", "name");
    }

    /**
     * This gateway's turn, if it is due and no other gateway has it; renewed until it is ended or has failed.
     *
     * @param every how long after the end of a turn the next one begins
     * @throws DataAccessException when the database does not say so
     */
    public Optional<Lease> begin(String job, Duration every) {
        if (!known.contains(job)) {
            jdbc.update("insert into periodic_job (name) values (?) on conflict do nothing", job);
            known.add(job);
        }
        return jobs.take(DUE, (row, number) -> row.getString(1), job, (long) (every.toMillis() * EARLY))
                .map(ClaimedRow::lease)
                .map(turn -> {
                    turn.hold();
                    return turn;
                });
    }

    /** The turn went well: the next one is due when the period is over. */
    public void end(Lease turn) {
        turn.end(", ended_at = statement_timestamp()");
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        String job = job(consumer);
        // An error may have ended the last one where nobody saw it.
        close(consumer, false);
        try {
            ScheduledPollConsumer timer = (ScheduledPollConsumer) consumer;
            Optional<Lease> turn =
                    begin(job, Duration.of(timer.getDelay(), timer.getTimeUnit().toChronoUnit()));
            turn.ifPresent(lease -> turns.put(job, lease));
            waiting.remove(job);
            return turn.isPresent();
        } catch (DataAccessException e) {
            if (waiting.add(job)) {
                LOG.warn(
                        "{} waits, as the database does not say whose turn it is: {}",
                        job,
                        e.getClass().getSimpleName());
            }
            return false;
        }
    }

    /** The turn that this gateway has. @throws IllegalStateException when it has none */
    public Lease turn(Consumer consumer) {
        return Optional.ofNullable(turns.get(job(consumer)))
                .orElseThrow(() -> new IllegalStateException("There is no turn of " + job(consumer)));
    }

    /** @param polled none from a timer whose turn has {@link #failed} */
    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polled) {
        close(consumer, polled > 0 || !(endpoint instanceof SchedulerEndpoint));
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        close(consumer, false);
        return false;
    }

    private void close(Consumer consumer, boolean well) {
        Lease turn = turns.remove(job(consumer));
        try {
            if (turn != null && well) {
                end(turn);
            } else if (turn != null) {
                turn.fail();
            }
        } catch (DataAccessException e) {
            LOG.debug("The turn of {} was not given back, and will be over by itself", job(consumer), e);
        }
    }

    /** Where a turn goes wrong: the timer's work was not done. */
    static void failed(Exchange exchange) {
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, false);
    }

    private static String job(Consumer consumer) {
        return ((RouteIdAware) consumer).getRouteId();
    }
}

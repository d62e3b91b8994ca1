package az.dost.vahid.edge.life;

import az.dost.vahid.job.Jobs;
import az.dost.vahid.job.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Something outside that a gateway needs, looked at again and again by a thread of its own. Whoever asks is told at
 * once how it was; a look that hangs makes it away, and holds nobody. That it is away is a line in the log at the
 * beginning, then one a minute, and one at the end.
 */
final class Outside implements HealthIndicator, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outside.class);
    private static final long LINE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private final String name;
    private final Look look;
    private final Status away;
    private final long patienceNanos;
    private final LongSupplier nanos;
    private final List<Rounds> rounds = new ArrayList<>();
    private volatile long seen;
    /** What the last look ended with, null when it ended well. */
    private volatile Throwable fault;

    private boolean told;
    private volatile boolean was = true;
    private volatile Instant since = Instant.now();
    private long line;

    /** One look. */
    interface Look {
        /** Returns when it is there; any exception says that it is not. */
        void look() throws Exception;
    }

    /** It is there and does not let this gateway in: a setting is wrong, here or there. */
    static final class RefusedException extends Exception {
        /** @param why may be shown to anybody, such as "refuses the login of spring.artemis.user" */
        RefusedException(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /**
     * Watches from now on, and takes it to be there until the first look has had its time.
     *
     * @param away what the health says while it is away
     * @param every how long to wait between two looks
     * @param patience after so long without a good look it is away
     */
    static Outside of(String name, Look look, Status away, Duration every, Duration patience, Jobs jobs) {
        Outside one = new Outside(name, look, away, patience, System::nanoTime);
        // Two threads: a look may hang.
        one.rounds.add(Rounds.start(jobs.of("look-at-" + name, null), Duration.ZERO, one::look, () -> every));
        one.rounds.add(Rounds.start(jobs.of("tell-of-" + name, every), every, one::tell));
        return one;
    }

    Outside(String name, Look look, Status away, Duration patience, LongSupplier nanos) {
        this.name = name;
        this.look = look;
        this.away = away;
        this.patienceNanos = patience.toNanos();
        this.nanos = nanos;
        this.seen = nanos.getAsLong();
    }

    void look() {
        try {
            look.look();
            fault = null;
            seen = nanos.getAsLong();
        } catch (Throwable e) {
            // Any that got out would end the looks for ever.
            fault = e;
        }
    }

    boolean there() {
        return nanos.getAsLong() - seen < patienceNanos;
    }

    /** Since when it is as it is, by this machine's clock; right within the time between two looks. */
    Instant since() {
        return since;
    }

    private void turned(boolean now) {
        if (was != now) {
            was = now;
            since = now ? Instant.now() : Instant.now().minusSeconds(awaySeconds());
        }
    }

    private long awaySeconds() {
        return TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong() - seen);
    }

    void tell() {
        long now = nanos.getAsLong();
        turned(there());
        if (there()) {
            if (told) {
                LOG.info("The {} is back", name);
            }
            told = false;
        } else if (!told || now - line >= LINE_NANOS) {
            LOG.warn(
                    fault instanceof RefusedException ? "The {} {}, for {} s" : "The {} is away: {}, for {} s",
                    name,
                    why(),
                    awaySeconds());
            told = true;
            line = now;
        }
    }

    private String why() {
        Throwable last = fault;
        // Others' texts may have an address or a user.
        return last == null
                ? "it does not answer"
                : last instanceof RefusedException refused
                        ? refused.getMessage()
                        : last.getClass().getSimpleName();
    }

    @Override
    public Health health() {
        return there()
                ? Health.up().build()
                : Health.status(away)
                        .withDetail("awaySeconds", awaySeconds())
                        .withDetail("because", why())
                        .build();
    }

    @Override
    public void close() {
        rounds.forEach(Rounds::close);
    }
}

package az.dost.vahid.job;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that is done again and again. Whoever does it says how each turn ended; what went wrong is a line in the
 * log the first time, and then once a minute.
 */
public final class Job {
    private static final Logger LOG = LoggerFactory.getLogger(Job.class);
    private static final long LINE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final String name;
    private final Duration every;
    private final LongSupplier nanos;
    private long good;
    private long line;
    private int failures;
    private long failed;
    private String because;

    /**
     * @param every how long after the end of a turn the next one begins; null where turns come as they come, so that
     *     none is missed
     */
    Job(String name, Duration every, LongSupplier nanos) {
        this.name = name;
        this.every = every;
        this.nanos = nanos;
        this.good = nanos.getAsLong();
    }

    public String name() {
        return name;
    }

    /** Null where turns come as they come. */
    public Duration every() {
        return every;
    }

    /** A turn ended well. */
    public synchronized void succeeded() {
        if (failures > 0) {
            LOG.info("{} goes on, after {} turns that failed", name, failures);
        }
        good = nanos.getAsLong();
        failures = 0;
        because = null;
    }

    /**
     * A turn did not end well.
     *
     * @param cause may be an {@link Error}
     */
    public synchronized void failed(Throwable cause) {
        failures++;
        failed++;
        because = Cause.told(cause);
        long now = nanos.getAsLong();
        if (failures == 1 || now - line >= LINE_NANOS) {
            line = now;
            LOG.warn(
                    "{} failed and will be tried again{}: {}{}",
                    name,
                    every == null ? "" : " in " + every.toSeconds() + " s",
                    because,
                    failures == 1 ? "" : "; " + failures + " times in a row");
        }
    }

    /** How many turns in a row have failed. */
    public synchronized int failures() {
        return failures;
    }

    /** How many turns have failed since the start. */
    synchronized long failed() {
        return failed;
    }

    /** What the last turn failed of, null when it did not. */
    public synchronized String because() {
        return because;
    }

    /** Seconds since the last turn that ended well, or since there is this job. */
    public synchronized double age() {
        return (nanos.getAsLong() - good) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    /** Seconds by which that is longer than it may be: three turns that did not come, and a minute at the least. */
    synchronized double late() {
        return every == null ? 0 : Math.max(0, age() - Math.max(60, every.toSeconds() * 3.0 + 30));
    }

    /** Whether its turns fail, or none has ended for longer than they take. */
    public synchronized boolean troubled() {
        return failures > 0 || late() > 0;
    }
}

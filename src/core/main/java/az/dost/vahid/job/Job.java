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
    private static final double LONGEST_TURN_S = 900;
    private static final long LINE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final String name;
    private final Duration every;
    private final LongSupplier nanos;
    private long good;
    private boolean underWay;
    /** When the last turn began; it is over unless one is under way. */
    private long begun;

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
        this.line = good - LINE_NANOS;
    }

    public String name() {
        return name;
    }

    /** Null where turns come as they come. */
    public Duration every() {
        return every;
    }

    /** A turn begins. */
    public synchronized void begins() {
        underWay = true;
        begun = nanos.getAsLong();
    }

    /** A turn ended well. */
    public synchronized void succeeded() {
        underWay = false;
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
        underWay = false;
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
        return seconds(good);
    }

    /**
     * Seconds by which that is longer than it may be: three turns that did not come, and a minute at the least. Where
     * turns come as they come, by which one that is under way takes longer than a quarter of an hour.
     */
    synchronized double late() {
        double allowed = every == null ? LONGEST_TURN_S : Math.max(60, every.toSeconds() * 3.0 + 30);
        double since = every == null ? seconds(begun) : age();
        return every == null && !underWay ? 0 : Math.max(0, since - allowed);
    }

    private double seconds(long from) {
        return (nanos.getAsLong() - from) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    /** One whose turns do not end any more says nothing by itself: a line in the log, and then one a minute. */
    synchronized void tellLate() {
        long now = nanos.getAsLong();
        if (late() > 0 && failures == 0 && now - line >= LINE_NANOS) {
            line = now;
            if (every == null) {
                LOG.warn("{} has been at one turn for {} s: it hangs, or has much to do", name, (long) seconds(begun));
            } else {
                LOG.warn("{} has had no turn that ended well for {} s: it hangs, or gets none", name, (long) age());
            }
        }
    }

    /** Whether its turns fail, or none has ended for longer than they take. */
    public synchronized boolean troubled() {
        return failures > 0 || late() > 0;
    }
}

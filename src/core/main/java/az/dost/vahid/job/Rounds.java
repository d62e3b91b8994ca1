package az.dost.vahid.job;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turns of a job, one after the other in a thread of its own that bears its name. No turn is the last one before
 * {@link #close}, whatever it throws. Between two of them it waits for its pause, or until it is {@linkplain #wake
 * woken}.
 */
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private final String name;
    /** Null where turns tell themselves how they ended. */
    private final Job job;

    private final Turn turn;
    private final Supplier<Duration> pause;
    private final Duration shortest;
    private final ScheduledThreadPoolExecutor thread;
    /** Of the turn that is to come; one with another number was overtaken. */
    private long number;
    /** Null while a turn is under way. */
    private ScheduledFuture<?> next;

    private boolean woken;
    /** When the last turn ended, {@link System#nanoTime()}. */
    private long ended = System.nanoTime();

    private Rounds(String name, Job job, Turn turn, Supplier<Duration> pause, Duration shortest) {
        this.name = name;
        this.job = job;
        this.turn = turn;
        this.pause = pause;
        this.shortest = shortest;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
        thread.setRemoveOnCancelPolicy(true);
    }

    /**
     * Begins.
     *
     * @param first how long until the first turn
     */
    public static Rounds start(Job job, Duration first, Turn turn) {
        return start(job, first, turn, job::every);
    }

    /** @param pause how long to wait after each turn, asked then */
    public static Rounds start(Job job, Duration first, Turn turn, Supplier<Duration> pause) {
        return new Rounds(job.name(), job, turn, pause, Duration.ZERO).begin(first);
    }

    /**
     * Begins turns that tell themselves how they ended.
     *
     * @param pause how long to wait after each turn when nobody wakes it, asked then
     * @param shortest how long to wait after each turn at the least, however often it is woken
     */
    public static Rounds start(
            String name, Duration first, Runnable turn, Supplier<Duration> pause, Duration shortest) {
        return new Rounds(name, null, turn::run, pause, shortest).begin(first);
    }

    private synchronized Rounds begin(Duration first) {
        schedule(first.toNanos());
        return this;
    }

    /** The next turn comes now; one that is under way is followed by another, which sees what there is by then. */
    public synchronized void wake() {
        woken = true;
        if (next != null) {
            next.cancel(false);
            schedule(gap());
        }
    }

    private long gap() {
        return Math.max(0, ended + shortest.toNanos() - System.nanoTime());
    }

    private void round(long mine) {
        synchronized (this) {
            if (mine != number) {
                return;
            }
            next = null;
            woken = false;
        }
        try {
            if (job != null) {
                job.begins();
            }
            turn.run();
            if (job != null) {
                job.succeeded();
            }
        } catch (Throwable e) {
            // Errors, too: a thread that ended of one would be missed by nobody.
            if (job != null && !thread.isShutdown()) {
                job.failed(e);
            }
        } finally {
            Duration wait = pause.get();
            synchronized (this) {
                ended = System.nanoTime();
                schedule(woken ? gap() : wait.toNanos());
            }
        }
    }

    private void schedule(long nanos) {
        long mine = ++number;
        try {
            next = thread.schedule(() -> round(mine), nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("{} has ended", name);
        }
    }

    /** No turn begins any more; one under way is interrupted. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** Closes, and waits for the turn that is under way. */
    public void close(Duration patience) throws InterruptedException {
        close();
        thread.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}

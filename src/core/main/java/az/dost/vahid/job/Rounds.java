package az.dost.vahid.job;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turns of a job, one after the other in a thread of its own that bears its name. No turn is the last one before
 * {@link #close}, whatever it throws.
 */
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private final Job job;
    private final Turn turn;
    private final Supplier<Duration> pause;
    private final ScheduledExecutorService thread;

    private Rounds(Job job, Turn turn, Supplier<Duration> pause) {
        this.job = job;
        this.turn = turn;
        this.pause = pause;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, job.name());
            made.setDaemon(true);
            return made;
        });
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
        Rounds rounds = new Rounds(job, turn, pause);
        rounds.next(first);
        return rounds;
    }

    private void next(Duration wait) {
        try {
            thread.schedule(this::round, wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("{} has ended", job.name());
        }
    }

    private void round() {
        try {
            job.begins();
            turn.run();
            job.succeeded();
        } catch (Throwable e) {
            // Errors, too: a thread that ended of one would be missed by nobody.
            if (!thread.isShutdown()) {
                job.failed(e);
            }
        } finally {
            next(pause.get());
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

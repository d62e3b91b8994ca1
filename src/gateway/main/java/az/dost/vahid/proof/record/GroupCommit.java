package az.dost.vahid.proof.record;

import az.dost.vahid.job.Heart;
import az.dost.vahid.job.Job;
import az.dost.vahid.job.Jobs;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;

/**
 * One writer for all: what came while a transaction was under way goes into the next one, together, so that the price
 * of durability is shared by as many as wait for it. Where the last one had several, more are waited for a moment.
 */
public final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int LARGEST = 256;
    /** How long those are waited for who come one after another, each too late for the others' transaction. */
    private static final long GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    private static final long LONGEST_WAIT_SECONDS = 30;
    /** Of one transaction that is under way. */
    private static final long LONGEST_WRITING_SECONDS = 5;
    /** Classes of SQL states: data exception, constraint violation, limit exceeded, a row that others have locked. */
    private static final Set<String> ROWS_AT_FAULT = Set.of("22", "23", "54", "55");
    /**
     * SQL states of which nothing was done: transaction rollback, such as the victim of a deadlock; a transaction that
     * stood still too long.
     */
    private static final Set<String> NOTHING_DONE = Set.of("40", "25P03");

    private static final int MOST_REPEATS = 3;
    /** So many errors of the process itself, one after the other, and it will not come right any more. */
    private static final int MOST_ERRORS = 10;

    private static final String WRITER = "record-writer";
    /** Nothing to write: it wakes the writer to find that it is to stop. */
    private static final Unit END = Unit.of(null, connection -> false);

    private final BlockingQueue<Unit> waiting;
    private final long patienceMs;
    private final Batch batch;
    private final Job job;
    private final Heart heart;
    private final Thread writer = new Thread(this::run, WRITER);
    /** What the writer has in its hands. */
    private final List<Unit> group = new ArrayList<>();
    /** When the first of these came, {@link System#nanoTime()}; meaningless without one. */
    private volatile long begun;

    private volatile boolean working;
    private volatile boolean closing;

    /**
     * @param capacity how many may wait to be written
     * @param patienceMs how long a caller waits for room among them
     * @param heart told when the writer has stopped: nothing is recorded any more, so nobody is served
     */
    GroupCommit(Batch batch, int capacity, long patienceMs, Jobs jobs, Heart heart) {
        this.batch = batch;
        this.job = jobs.of(WRITER, null);
        this.heart = heart;
        this.waiting = new ArrayBlockingQueue<>(capacity);
        this.patienceMs = patienceMs;
        writer.setDaemon(true);
        // Of an error in the middle of what is done about another one.
        writer.setUncaughtExceptionHandler((thread, cause) -> heart.stopped(WRITER, cause));
        writer.start();
    }

    /**
     * Completes when the unit is durable, with false when its change found nothing to change.
     *
     * @throws ProblemException OVERLOADED when there is no room; then nothing is kept
     */
    CompletableFuture<Boolean> submit(Unit unit) {
        try {
            if (closing || !waiting.offer(unit, patienceMs, TimeUnit.MILLISECONDS)) {
                throw new ProblemException(ProblemCode.OVERLOADED);
            }
            return unit.kept();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemCode.OVERLOADED);
        }
    }

    /**
     * Waits for it.
     *
     * @throws ProblemException OVERLOADED
     * @throws DataAccessException when the database did not keep it, or did not say so in time
     */
    boolean keep(Unit unit) {
        return kept(submit(unit), LONGEST_WAIT_SECONDS);
    }

    /**
     * Waits for it until a point in time at the most. What is being written then is waited for a little longer: it may
     * be kept.
     *
     * @param until {@link System#nanoTime()}
     * @throws ProblemException OVERLOADED when its turn has not come; then nothing is kept
     * @throws DataAccessException when the database did not keep it, or did not say so in time
     */
    boolean keep(Unit unit, long until) {
        CompletableFuture<Boolean> kept = submit(unit);
        try {
            kept.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            if (waiting.remove(unit)) {
                throw new ProblemException(ProblemCode.OVERLOADED);
            }
        } catch (ExecutionException e) {
            LOG.debug("The record was not kept", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return kept(kept, LONGEST_WRITING_SECONDS);
    }

    private static boolean kept(CompletableFuture<Boolean> kept, long seconds) {
        try {
            return kept.get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DataAccessException known
                    ? known
                    : new DataAccessResourceFailureException("The record was not kept", e.getCause());
        } catch (TimeoutException | CompletionException e) {
            throw new QueryTimeoutException("The record was not kept in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueryTimeoutException("Interrupted before the record was kept", e);
        }
    }

    private void run() {
        Throwable cause = null;
        int errors = 0;
        boolean several = false;
        while (errors < MOST_ERRORS && (!closing || !waiting.isEmpty())) {
            try {
                several = turn(several);
                errors = 0;
            } catch (InterruptedException e) {
                // Only an end ends the writer.
                LOG.debug("Something interrupted the writer of the record");
            } catch (Throwable e) {
                // An error, such as a class that cannot be loaded: those who wait are told, and the writer goes on.
                errors++;
                cause = e;
                fail(group, e);
            } finally {
                working = false;
            }
        }
        if (!closing) {
            heart.stopped(WRITER, cause);
        }
    }

    /** @return whether there were several to write */
    private boolean turn(boolean several) throws InterruptedException {
        Unit first = waiting.poll(1, TimeUnit.SECONDS);
        if (first == null || first == END) {
            return several;
        }
        begun = first.since();
        working = true;
        group.clear();
        group.add(first);
        if (several) {
            // An interruption ends the wait and not the thread, which has the first one in its hands.
            LockSupport.parkNanos(GATHERING_NANOS);
        }
        waiting.drainTo(group, LARGEST - 1);
        if (closing) {
            group.removeIf(unit -> unit == END);
        }
        write(List.copyOf(group), 0);
        return group.size() > 1;
    }

    private void write(List<Unit> units, int repeats) {
        try {
            List<Boolean> written = batch.write(units);
            for (int i = 0; i < units.size(); i++) {
                units.get(i).kept().complete(written.get(i));
            }
            job.succeeded();
        } catch (SQLException | RuntimeException e) {
            if (repeats < MOST_REPEATS && of(e, NOTHING_DONE)) {
                write(units, repeats + 1);
            } else if (units.size() > 1 && of(e, ROWS_AT_FAULT) && !(e instanceof ChainEnd.HeldException)) {
                // One that the database refuses must not take the others with it; any other fault would meet each of
                // them alone.
                units.forEach(unit -> write(List.of(unit), repeats));
            } else {
                fail(units, e);
            }
        }
    }

    private void fail(List<Unit> units, Throwable cause) {
        job.failed(cause);
        units.forEach(unit -> unit.kept()
                .completeExceptionally(new DataAccessResourceFailureException("The record was not kept", cause)));
    }

    /** Whether the fault is one of these SQL states, or of these classes of them. */
    private static boolean of(Exception fault, Set<String> states) {
        return fault instanceof SQLException sql
                && sql.getSQLState() != null
                && states.stream().anyMatch(sql.getSQLState()::startsWith);
    }

    /** How many wait to be written. */
    int waiting() {
        return waiting.size();
    }

    /** Seconds since the first of those came that wait or are being written; 0 when there are none. */
    double age() {
        Unit first = waiting.peek();
        long since = working ? begun : first == null || first == END ? System.nanoTime() : first.since();
        return (System.nanoTime() - since) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    /** Writes what waits, then stops. */
    @Override
    public void close() throws InterruptedException {
        closing = true;
        // Without room for it the writer has much to do, and looks by itself.
        waiting.offer(END);
        writer.join(TimeUnit.SECONDS.toMillis(LONGEST_WAIT_SECONDS));
    }
}

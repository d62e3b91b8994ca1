package az.dost.vahid.journeys.lookup;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * As many lookups are worked on at once as the machine keeps up with, the others wait their turn: more at once would
 * only make each dearer, and all of them late. How many that is follows how late the event loops are, as a congestion
 * window follows losses: work that piles up lets it fall by a tenth. While somebody waits it grows by one, or by a half
 * where there is hardly any work (slow agencies leave the loops idle). What nobody uses it loses again (RFC 7661): many
 * who come at once are not all let in.
 */
final class ConcurrencyLimit {
    /** Enough to keep all processors busy when agencies answer at once. */
    private static final int LEAST = 16 * Runtime.getRuntime().availableProcessors();

    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private final Permits permits;
    private final int least;
    private final int most;
    private int limit;
    private long latest;
    private long stepped = System.nanoTime();
    /**
     * What each lookup ahead costs one that waits, of late; an estimate, so one update lost to another does no harm.
     */
    private volatile long placeNanos;

    private static final class Permits extends Semaphore {
        Permits(int permits) {
            super(permits, true);
        }

        @Override
        protected void reducePermits(int reduction) {
            super.reducePermits(reduction);
        }
    }

    /** @param most lookups at once, however idle the machine is */
    ConcurrencyLimit(int most) {
        this(Math.min(most, LEAST), most);
    }

    ConcurrencyLimit(int least, int most) {
        this.most = most;
        this.least = least;
        this.limit = least;
        this.permits = new Permits(limit);
    }

    /**
     * Waits for the lookup's turn, which lasts as long as its exchange.
     *
     * @throws ProblemException OVERLOADED when it would not come, or has not come, before a quarter of the time until
     *     its deadline is over: the rest is its agencies', and a refusal is to be quick
     */
    public void await(Exchange exchange, Lookup.Judged lookup) throws InterruptedException {
        enter((lookup.deadline() - System.nanoTime()) / 4);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                leave();
            }
        });
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // An estimate.
    void enter(long patienceNanos) throws InterruptedException {
        if (patienceNanos <= 0) {
            // Its time was over before its turn could come: its agencies would have none.
            throw new ProblemException(ProblemCode.OVERLOADED);
        }
        long places = permits.getQueueLength() + 1L;
        // One always waits, so that it is known how long that takes now.
        if (places > 1 && places * placeNanos > patienceNanos) {
            throw new ProblemException(ProblemCode.OVERLOADED);
        }
        long began = System.nanoTime();
        boolean entered = permits.tryAcquire(patienceNanos, TimeUnit.NANOSECONDS);
        placeNanos += ((System.nanoTime() - began) / places - placeNanos) / 8;
        if (!entered) {
            throw new ProblemException(ProblemCode.OVERLOADED);
        }
    }

    void leave() {
        permits.release();
    }

    /** @param nanos how late an event loop is */
    void late(long nanos) {
        late(nanos, System.nanoTime());
    }

    synchronized void late(long nanos, long now) {
        latest = Math.max(latest, nanos);
        if (now - stepped < STEP_NANOS) {
            return;
        }
        int next = next();
        if (next > limit) {
            permits.release(next - limit);
        } else {
            permits.reducePermits(limit - next);
        }
        limit = next;
        latest = 0;
        stepped = now;
    }

    private int next() {
        if (latest > LATE_NANOS) {
            return Math.max(least, limit * 9 / 10);
        }
        if (permits.hasQueuedThreads()) {
            return Math.min(most, limit + (latest < IDLE_NANOS ? limit / 2 + 1 : 1));
        }
        int inUse = limit - permits.availablePermits();
        return Math.max(least, Math.min(limit, Math.max(inUse * 5 / 4, limit * 9 / 10)));
    }

    /** Whether a lookup is worked on, or waits. */
    synchronized boolean busy() {
        return permits.availablePermits() < limit || permits.hasQueuedThreads();
    }

    synchronized int limit() {
        return limit;
    }

    int waiting() {
        return permits.getQueueLength();
    }
}

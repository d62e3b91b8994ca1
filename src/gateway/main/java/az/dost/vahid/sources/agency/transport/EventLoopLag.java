package az.dost.vahid.sources.agency.transport;

import az.dost.vahid.job.Job;
import az.dost.vahid.job.Jobs;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How late event loops are with what they have to do: replies wait for as long as that. */
public final class EventLoopLag implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(EventLoopLag.class);
    private static final long BUSY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private final EventExecutor loop;
    private final LongConsumer lateness;
    private final BooleanSupplier busy;
    private final Job job;
    private long due;

    private EventLoopLag(EventExecutor loop, LongConsumer lateness, BooleanSupplier busy, Job job) {
        this.loop = loop;
        this.busy = busy;
        this.job = job;
        this.lateness = lateness;
    }

    /**
     * Looks at each loop fifty times a second, ten times while there is nothing to do, until Vert.x ends them.
     *
     * @param lateness is told nanoseconds, in the loop's thread; must not wait
     * @param busy asked in the loop's thread, too
     */
    public static void report(CamelContext context, LongConsumer lateness, BooleanSupplier busy, Jobs jobs) {
        Job job = jobs.of("event-loop-lag", null);
        for (EventExecutor loop : EventLoopHttp.in(context).loops()) {
            new EventLoopLag(loop, lateness, busy, job).next(BUSY_NANOS);
        }
    }

    private void next(long nanos) {
        due = System.nanoTime() + nanos;
        try {
            loop.schedule(this, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The loop has ended");
        }
    }

    @Override
    public void run() {
        long pause = BUSY_NANOS;
        try {
            lateness.accept(Math.max(0, System.nanoTime() - due));
            pause = busy.getAsBoolean() ? BUSY_NANOS : IDLE_NANOS;
        } catch (Throwable e) {
            // Else the loop would not be looked at any more.
            job.failed(e);
        }
        next(pause);
    }
}

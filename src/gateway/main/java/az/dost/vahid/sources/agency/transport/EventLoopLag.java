package az.dost.vahid.sources.agency.transport;

import az.dost.vahid.job.Job;
import az.dost.vahid.job.Jobs;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.apache.camel.CamelContext;

/** How late event loops are with what they have to do: replies wait for as long as that. */
public final class EventLoopLag implements Runnable {
    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private final LongConsumer lateness;
    private final Job job;
    private long due = System.nanoTime() + EVERY_NANOS;

    private EventLoopLag(LongConsumer lateness, Job job) {
        this.job = job;
        this.lateness = lateness;
    }

    /**
     * Looks at each loop fifty times a second, until Vert.x ends them.
     *
     * @param lateness is told nanoseconds, in the loop's thread; must not wait
     */
    public static void report(CamelContext context, LongConsumer lateness, Jobs jobs) {
        Job job = jobs.of("event-loop-lag", null);
        for (EventExecutor loop : EventLoopHttp.in(context).loops()) {
            loop.scheduleWithFixedDelay(
                    new EventLoopLag(lateness, job), EVERY_NANOS, EVERY_NANOS, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void run() {
        try {
            lateness.accept(Math.max(0, System.nanoTime() - due));
        } catch (Throwable e) {
            // Else the loop would not be looked at any more.
            job.failed(e);
        }
        due = System.nanoTime() + EVERY_NANOS;
    }
}

package az.dost.vahid.sources.agency.transport;

import static org.awaitility.Awaitility.await;

import az.dost.vahid.job.Jobs;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventLoopLagTest {
    private static final long BUSY_MS = 500;
    private final CamelContext context = new DefaultCamelContext();
    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong looks = new AtomicLong();
    private final AtomicBoolean busy = new AtomicBoolean(true);

    @BeforeEach
    void watch() {
        EventLoopHttp.in(context);
        context.start();
        EventLoopLag.report(
                context,
                nanos -> {
                    looks.incrementAndGet();
                    longest.accumulateAndGet(nanos, Math::max);
                },
                busy::get,
                Jobs.logged());
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void each_loop_that_is_kept_busy_is_late_for_as_long() {
        for (EventExecutor loop : EventLoopHttp.in(context).loops()) {
            longest.set(0);
            loop.execute(EventLoopLagTest::work);
            await().until(() -> longest.get() >= TimeUnit.MILLISECONDS.toNanos(BUSY_MS / 2));
        }
    }

    @Test
    void loops_with_nothing_to_do_are_looked_at_less_often() {
        busy.set(false);
        AtomicLong loops = new AtomicLong();
        EventLoopHttp.in(context).loops().forEach(loop -> loops.incrementAndGet());
        long most = 11 * loops.get();
        looks.set(0);
        await().pollInterval(Duration.ofSeconds(1)).until(() -> {
            long made = looks.getAndSet(0);
            return made > 0 && made <= most;
        });
        busy.set(true);
        await().pollInterval(Duration.ofSeconds(1)).until(() -> looks.getAndSet(0) > most * 2);
    }

    private static void work() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BUSY_MS);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}

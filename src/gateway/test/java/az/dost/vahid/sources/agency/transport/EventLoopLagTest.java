package az.dost.vahid.sources.agency.transport;

import static org.awaitility.Awaitility.await;

import az.dost.vahid.job.Jobs;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.TimeUnit;
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

    @BeforeEach
    void watch() {
        EventLoopHttp.in(context);
        context.start();
        EventLoopLag.report(context, nanos -> longest.accumulateAndGet(nanos, Math::max), Jobs.logged());
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

    private static void work() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BUSY_MS);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}

package az.dost.vahid.journeys.warm;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * Makes lookups until their processor time, the compiler's with it, falls no more, or the time for that is over. Spring
 * says that the gateway is ready after this.
 */
final class WarmUp implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final int ROUND = 20;
    private static final String ROUTE = "gather";
    private final CamelContext context;
    private final Supplier<RehearsedLookup> lookups;
    private final Duration longest;

    /** @param longest zero for no warm-up */
    WarmUp(CamelContext context, Supplier<RehearsedLookup> lookups, Duration longest) {
        this.context = context;
        this.lookups = lookups;
        this.longest = longest;
    }

    /** What goes wrong here is no reason to stop a start. */
    @Override
    public void run(ApplicationArguments arguments) {
        if (longest.isZero() || context.getRoute(ROUTE) == null) {
            return;
        }
        try {
            warm(lookups.get());
        } catch (RuntimeException e) {
            LOG.warn(
                    "The gateway begins cold: its own lookups fail with {}",
                    e.getClass().getSimpleName());
            LOG.debug("A lookup of its own failed", e);
        }
    }

    private void warm(RehearsedLookup lookup) {
        long began = System.nanoTime();
        Steadiness cost = new Steadiness();
        int made = 0;
        boolean steady = false;
        while (!steady && System.nanoTime() - began < longest.toNanos() && context.isStarted()) {
            long before = processorNanos();
            for (int i = 0; i < ROUND; i++) {
                lookup.once();
            }
            made += ROUND;
            steady = cost.steady((processorNanos() - before) / ROUND);
        }
        LOG.info(
                "Warm after {} lookups of its own in {} ms: the last cost {} us of processor time each, the first {} us{}",
                made,
                (System.nanoTime() - began) / 1_000_000,
                cost.last() / 1_000,
                cost.first() / 1_000,
                steady ? "" : "; there was no time for more");
    }

    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}

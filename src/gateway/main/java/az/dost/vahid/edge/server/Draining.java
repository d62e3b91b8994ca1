package az.dost.vahid.edge.server;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The end of a gateway that is told to stop, before anything of it stops:
 *
 * <ol>
 *   <li>it is not ready any more (Spring says so first), and serves on until the balancer has seen that;
 *   <li>it refuses new requests;
 *   <li>it waits for those under way.
 * </ol>
 *
 * Then the server closes its port and Camel ends what its routes have in hand, messages, chunks, deliveries and files
 * ({@code camel.main.shutdown-timeout}).
 */
final class Draining implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Draining.class);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private final DrainSettings settings;
    private final IntSupplier inProgress;
    private volatile State state = State.STOPPED;

    private enum State {
        STOPPED,
        SERVES,
        LEAVES,
        REFUSES
    }

    /** @param inProgress how many requests are under way */
    Draining(DrainSettings settings, IntSupplier inProgress) {
        this.settings = settings;
        this.inProgress = inProgress;
    }

    @Override
    public void start() {
        state = State.SERVES;
    }

    /** Whether it still serves and is going to stop: nobody should keep a connection. */
    boolean leaves() {
        return state == State.LEAVES || state == State.REFUSES;
    }

    /** Whether a request that begins now is refused. */
    boolean refuses() {
        return state == State.REFUSES;
    }

    @Override
    public void stop() {
        state = State.LEAVES;
        LOG.info("Told to stop: not ready any more, serving on for {} s", settings.seconds());
        await(() -> false, settings.seconds());
        state = State.REFUSES;
        if (!await(() -> inProgress.getAsInt() == 0, settings.longestSeconds())) {
            LOG.warn(
                    "{} requests are still under way after {} s; they are cut off",
                    inProgress.getAsInt(),
                    settings.longestSeconds());
        }
    }

    /** @return whether it came to be within the time */
    private static boolean await(BooleanSupplier over, int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!over.getAsBoolean()) {
            if (System.nanoTime() >= end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return true;
    }

    @Override
    public boolean isRunning() {
        return state == State.SERVES;
    }

    /** The first to stop: everything else still serves. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}

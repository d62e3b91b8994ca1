package az.dost.vahid.sources.agency.transport;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Vert.x's event loops as Camel's EIPs want them. A scatter that begins in an event loop wakes no thread for each of
 * its requests. They belong to Vert.x, which ends them.
 */
final class EventLoopExecutor extends AbstractExecutorService {
    private final Supplier<Vertx> vertx;

    /** @param vertx there once its component is started */
    EventLoopExecutor(Supplier<Vertx> vertx) {
        this.vertx = vertx;
    }

    /** Vert.x gives each thread that is not its own an event loop, and keeps to it. */
    @Override
    public void execute(Runnable task) {
        vertx.get().getOrCreateContext().runOnContext(nothing -> task.run());
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return false;
    }
}

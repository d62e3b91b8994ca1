package az.dost.vahid.kit.certify;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Whether this machine has the time to tell a good agency from a bad one: on each of its processors a piece of work is
 * done, and the time until it is done is held to the time that it takes.
 */
final class Machine {
    /** From so many times as long on it is too busy. */
    static final double BUSY = 1.8;

    private static final long WORK_NANOS = 100_000_000;
    private static final long LONGEST_NANOS = 3_000_000_000L;

    /** How many times as long as it should a piece of work takes now; 1 where that cannot be told. */
    static double slowness() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        if (!threads.isCurrentThreadCpuTimeSupported() || !threads.isThreadCpuTimeEnabled()) {
            return 1;
        }
        int processors = Runtime.getRuntime().availableProcessors();
        ExecutorService workers = Executors.newFixedThreadPool(processors);
        try {
            List<Callable<Double>> work = new ArrayList<>();
            for (int i = 0; i < processors; i++) {
                work.add(() -> worked(threads));
            }
            double slowest = 1;
            for (Future<Double> one : workers.invokeAll(work)) {
                slowest = Math.max(slowest, one.get());
            }
            return slowest;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            workers.shutdownNow();
        }
    }

    /** Works for a tenth of a second of a processor. */
    private static double worked(ThreadMXBean threads) {
        long began = System.nanoTime();
        long from = threads.getCurrentThreadCpuTime();
        long used = 0;
        long passed = 0;
        while (used < WORK_NANOS && passed < LONGEST_NANOS) {
            used = threads.getCurrentThreadCpuTime() - from;
            passed = System.nanoTime() - began;
        }
        return (double) passed / Math.max(1, used);
    }

    private Machine() {}
}

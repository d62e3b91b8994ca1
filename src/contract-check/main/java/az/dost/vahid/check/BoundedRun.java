package az.dost.vahid.check;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs what somebody's files ask for, in a thread of its own and for a bounded time. */
final class BoundedRun {
    /**
     * @param name of the thread
     * @throws TimeoutException when it does not end in time; it is stopped then, where the JVM still can
     * @throws ExecutionException with what it throws, errors included
     */
    @SuppressWarnings("ThreadPriorityCheck") // It only gives way to others; nothing is right or wrong by it.
    static <T> T of(String name, long seconds, Callable<T> work)
            throws TimeoutException, ExecutionException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
        try {
            return task.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            end(thread);
            throw e;
        }
    }

    /**
     * What it does looks for no interruption. The thread holds no lock of anyone, so it may be stopped where the JVM
     * still can (before 20).
     */
    @SuppressWarnings({"deprecation", "removal"})
    private static void end(Thread thread) {
        try {
            thread.stop();
        } catch (UnsupportedOperationException e) {
            // One thread of the lowest priority goes on.
        }
    }

    private BoundedRun() {}
}

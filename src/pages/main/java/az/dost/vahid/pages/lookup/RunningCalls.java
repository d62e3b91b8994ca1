package az.dost.vahid.pages.lookup;

import az.dost.vahid.pages.web.Busy;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Calls of the gateway that are being made for people of this node, by threads of their own. Each has a key: however
 * often it is begun, it is made once.
 */
public final class RunningCalls implements AutoCloseable {
    private static final long KEPT_MS = TimeUnit.MINUTES.toMillis(2);
    private static final long ASKED_EVERY_MS = 1_000;
    /** Whoever waits looks twice a second. */
    private static final long UNHEARD_MS = TimeUnit.SECONDS.toMillis(10);

    private final ThreadPoolExecutor threads;
    /** By session and key, the oldest first; guarded by itself. */
    private final Map<String, Running> running = new LinkedHashMap<>();

    /**
     * Of a lookup.
     *
     * @param done agencies that have answered, or will not
     * @param of agencies that are asked
     */
    record Progress(int done, int of) {}

    private record Running(Call result, long sinceMs) {}

    /** It knows since when it has failed, and what whoever waits was told. */
    private static final class Call extends FutureTask<String> {
        private volatile long failedMs = Long.MAX_VALUE;
        private volatile long toldMs;
        private volatile Progress told;

        Call(Callable<String> call) {
            super(call);
        }

        @Override
        protected void setException(Throwable fault) {
            failedMs = System.currentTimeMillis();
            super.setException(fault);
        }
    }

    RunningCalls(int most) {
        threads = new ThreadPoolExecutor(0, most, 30, TimeUnit.SECONDS, new SynchronousQueue<>());
    }

    /**
     * Begins it, unless it has been begun.
     *
     * @throws Busy when no more can be made at once
     */
    public void begin(String session, String key, Callable<String> call) {
        synchronized (running) {
            forget();
            if (running.containsKey(session + key)) {
                return;
            }
            Call result = new Call(call);
            try {
                threads.execute(result);
            } catch (RejectedExecutionException e) {
                throw new Busy();
            }
            running.put(session + key, new Running(result, System.currentTimeMillis()));
        }
    }

    /**
     * Not where it failed long ago and nobody has heard so, as while the gateway was away: what it failed of may be
     * over.
     */
    boolean has(String session, String key) {
        synchronized (running) {
            Running one = running.get(session + key);
            if (one != null && one.result().failedMs < System.currentTimeMillis() - UNHEARD_MS) {
                running.remove(session + key);
                return false;
            }
            return one != null;
        }
    }

    /**
     * What came of it; null when nothing did within so many milliseconds.
     *
     * @throws RuntimeException what the call of the gateway ended with
     */
    public String await(String session, String key, long ms) throws InterruptedException {
        Running one;
        synchronized (running) {
            one = running.get(session + key);
        }
        if (one == null) {
            return null;
        }
        try {
            return one.result().get(ms, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
    }

    /**
     * How far one that goes on is; null where nobody knows.
     *
     * @param ask asked at most once a second, however many look
     */
    Progress progress(String session, String key, Supplier<Progress> ask) {
        Running one;
        synchronized (running) {
            one = running.get(session + key);
        }
        long now = System.currentTimeMillis();
        if (one != null && one.result().toldMs <= now - ASKED_EVERY_MS) {
            one.result().toldMs = now;
            one.result().told = ask.get();
        }
        return one == null ? null : one.result().told;
    }

    /** Nobody waits for it any more: the call ends, and the gateway sees that. */
    public void forget(String session, String key) {
        synchronized (running) {
            Running one = running.remove(session + key);
            if (one != null) {
                one.result().cancel(true);
            }
        }
    }

    private void forget() {
        long before = System.currentTimeMillis() - KEPT_MS;
        for (Iterator<Running> all = running.values().iterator(); all.hasNext(); ) {
            Running one = all.next();
            if (one.sinceMs() >= before) {
                return;
            }
            one.result().cancel(true);
            all.remove();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

package az.dost.vahid.pages.desk;

import az.dost.vahid.pages.gateway.Gateway;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * RunningLookups that are being made for people of this node. Each has a key, which goes to the gateway with it ({@code Idempotency-Key}): whoever asks
 * again under the same key, over another node too, gets the same dossier.
 */
final class RunningLookups implements AutoCloseable {
    private static final long KEPT_MS = TimeUnit.MINUTES.toMillis(2);
    private static final String KEY = "Idempotency-Key";
    private final ThreadPoolExecutor threads;
    /** By session and key, the oldest first; guarded by itself. */
    private final Map<String, Running> running = new LinkedHashMap<>();

    private record Running(FutureTask<String> dossier, long sinceMs) { }

    RunningLookups(int most) {
        threads = new ThreadPoolExecutor(0, most, 30, TimeUnit.SECONDS, new SynchronousQueue<>());
    }

    /**
     * Begins it, unless it has been begun.
     *
     * @throws TooManyLookups when no more can be made at once
     */
    void begin(String session, String key, ClerkQuestion question, String official, Gateway gateway) {
        synchronized (running) {
            forget();
            if (running.containsKey(session + key)) {
                return;
            }
            FutureTask<String> dossier = new FutureTask<>(() -> gateway.post(question.body(official), Map.of(KEY, key), "/v1/dossiers").body().path("dossierId").asText());
            try {
                threads.execute(dossier);
            } catch (RejectedExecutionException e) {
                throw new TooManyLookups();
            }
            running.put(session + key, new Running(dossier, System.currentTimeMillis()));
        }
    }

    boolean has(String session, String key) {
        synchronized (running) {
            return running.containsKey(session + key);
        }
    }

    /**
     * The dossier's id; null when there is none within so many milliseconds.
     *
     * @throws RuntimeException what the call of the gateway ended with
     */
    String await(String session, String key, long ms) throws InterruptedException {
        Running one;
        synchronized (running) {
            one = running.get(session + key);
        }
        if (one == null) {
            return null;
        }
        try {
            return one.dossier().get(ms, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
    }

    /** Nobody waits for it any more: the call ends, and the gateway sees that. */
    void forget(String session, String key) {
        synchronized (running) {
            Running one = running.remove(session + key);
            if (one != null) {
                one.dossier().cancel(true);
            }
        }
    }

    private void forget() {
        long before = System.currentTimeMillis() - KEPT_MS;
        for (Iterator<Running> all = running.values().iterator(); all.hasNext();) {
            Running one = all.next();
            if (one.sinceMs() >= before) {
                return;
            }
            one.dossier().cancel(true);
            all.remove();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

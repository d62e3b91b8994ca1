package az.dost.vahid.sources.repeat;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keys of whose requests this gateway has one in hand. A repetition waits for it, so that no agency is asked twice by
 * callers without patience. Between gateways the record decides.
 */
public final class UnderWay {
    private final ConcurrentMap<String, CompletableFuture<Void>> keys = new ConcurrentHashMap<>();

    /**
     * Returns once no other request under the key is in hand.
     *
     * @param patienceNanos how long that may take
     * @return to be run when this request has ended
     * @throws ProblemException OVERLOADED when it took longer
     */
    public Runnable begin(String requester, String key, long patienceNanos) {
        String name = requester + ' ' + key;
        long end = System.nanoTime() + patienceNanos;
        CompletableFuture<Void> mine = new CompletableFuture<>();
        for (CompletableFuture<Void> other = keys.putIfAbsent(name, mine);
                other != null;
                other = keys.putIfAbsent(name, mine)) {
            await(other, end - System.nanoTime());
        }
        return () -> {
            keys.remove(name, mine);
            mine.complete(null);
        };
    }

    private static void await(CompletableFuture<Void> other, long nanos) {
        try {
            other.get(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemCode.OVERLOADED);
        } catch (TimeoutException | ExecutionException e) {
            throw new ProblemException(ProblemCode.OVERLOADED);
        }
    }
}

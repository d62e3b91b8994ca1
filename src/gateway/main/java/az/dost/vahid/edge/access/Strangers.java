package az.dost.vahid.edge.access;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Counts whom nobody knows, by address and second: who guesses tokens is told to wait. An address may be many people's;
 * whoever is known is not counted, and hears nothing of it.
 */
public final class Strangers {
    /** More addresses than this in one second are counted as one. */
    private static final int MOST = 10_000;

    private static final long SECOND = 1_000_000_000L;
    private final IntSupplier perSecond;
    private final LongSupplier nanos;
    private final Map<String, AtomicInteger> refused = new ConcurrentHashMap<>();
    private volatile long second;

    /**
     * @param perSecond refusals of one address in a second at this gateway, after which it has to wait for the next one
     */
    public Strangers(IntSupplier perSecond, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.nanos = nanos;
        this.second = nanos.getAsLong() / SECOND;
    }

    /**
     * Counts one.
     *
     * @param address of the connection, null when there is none
     * @throws ProblemException TOO_MANY_REQUESTS for one of too many
     */
    public void refused(String address) {
        if (address != null && count(address).incrementAndGet() > perSecond.getAsInt()) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_REQUESTS, null, "Your address has sent too much of what nobody knows.");
        }
    }

    private AtomicInteger count(String address) {
        long now = nanos.getAsLong() / SECOND;
        if (now != second) {
            second = now;
            refused.clear();
        }
        return refused.computeIfAbsent(refused.size() < MOST ? address : "*", any -> new AtomicInteger());
    }
}

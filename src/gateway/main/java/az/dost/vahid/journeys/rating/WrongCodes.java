package az.dost.vahid.journeys.rating;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Bounds how many codes are tried that there are not: whoever guesses is told to wait, and with him all others until
 * the second is over.
 */
final class WrongCodes {
    private static final long SECOND = 1_000_000_000L;
    private final IntSupplier perSecond;
    private final LongSupplier nanos;
    private volatile Tried now = new Tried(0, new AtomicInteger());

    /** @param codes that are being tried, or were wrong, in this second */
    private record Tried(long second, AtomicInteger codes) {}

    /** @param perSecond of this gateway */
    WrongCodes(IntSupplier perSecond, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.nanos = nanos;
    }

    /**
     * Counted before it is known whether the code is right: however many come at the same time, no more are looked for.
     *
     * @return takes it back, for one that was right
     * @throws ProblemException TOO_MANY_REQUESTS
     */
    Runnable tried() {
        AtomicInteger codes = ofThisSecond();
        if (codes.incrementAndGet() > perSecond.getAsInt()) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_REQUESTS, null, "Too many codes of slips were sent that there are not.");
        }
        return codes::decrementAndGet;
    }

    private AtomicInteger ofThisSecond() {
        long second = nanos.getAsLong() / SECOND;
        Tried tried = now;
        if (tried.second() != second) {
            synchronized (this) {
                tried = now.second() == second ? now : new Tried(second, new AtomicInteger());
                now = tried;
            }
        }
        return tried.codes();
    }
}

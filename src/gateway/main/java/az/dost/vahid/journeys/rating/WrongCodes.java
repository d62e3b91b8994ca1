package az.dost.vahid.journeys.rating;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** Counts codes that were wrong: whoever guesses is told to wait. Whoever has a right one hears nothing of it. */
final class WrongCodes {
    private static final long SECOND = 1_000_000_000L;
    private final IntSupplier perSecond;
    private final LongSupplier nanos;
    private volatile Tried now = new Tried(0, new AtomicInteger());

    /** @param codes that were wrong in this second */
    private record Tried(long second, AtomicInteger codes) {}

    /** @param perSecond of this gateway */
    WrongCodes(IntSupplier perSecond, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.nanos = nanos;
    }

    /** @throws ProblemException TOO_MANY_REQUESTS */
    void tried() {
        if (ofThisSecond().incrementAndGet() > perSecond.getAsInt()) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_REQUESTS, null, "Too many codes of slips were sent that there are not.");
        }
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

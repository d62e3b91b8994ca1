package az.dost.vahid.figures;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** An answer that is told again for a second: however many look, it is put together once. */
public final class Remembered<T> {
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** While somebody puts the next one together the others get the last one, and hold no thread. */
    private static final long OLD = TimeUnit.SECONDS.toNanos(10);

    private final Supplier<T> ask;
    private final long young;
    private final long old;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Answer<T> last;

    private record Answer<T>(T value, long at) {
        boolean younger(long nanos) {
            return System.nanoTime() - at < nanos;
        }
    }

    public Remembered(Supplier<T> ask) {
        this(ask, SECOND);
    }

    /** @param young how long it is told again; for what costs the database more than a moment */
    public Remembered(Supplier<T> ask, Duration young) {
        this.ask = ask;
        this.young = young.toNanos();
        this.old = OLD + young.toNanos();
    }

    public T get() {
        Answer<T> known = last;
        if (known != null && known.younger(young)) {
            return known.value();
        }
        if (!asking.tryLock()) {
            if (known != null && known.younger(old)) {
                return known.value();
            }
            asking.lock();
        }
        try {
            known = last;
            if (known == null || !known.younger(young)) {
                long at = System.nanoTime();
                known = new Answer<>(ask.get(), at);
                last = known;
            }
            return known.value();
        } finally {
            asking.unlock();
        }
    }
}

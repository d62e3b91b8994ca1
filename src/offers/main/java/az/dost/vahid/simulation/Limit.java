package az.dost.vahid.simulation;

import java.time.Duration;

/** A time after which work ends by itself. */
final class Limit {
    /** The time is over. */
    static final class Over extends RuntimeException {
        Over() {
            super("The time is over", null, false, false);
        }
    }

    /** @return what throws {@link Over} whenever it is run after that time, from now on */
    static Runnable of(Duration time) {
        long begun = System.nanoTime();
        return () -> {
            if (System.nanoTime() - begun > time.toNanos()) {
                throw new Over();
            }
        };
    }

    private Limit() {}
}

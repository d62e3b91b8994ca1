package az.dost.vahid.agency.call;

/**
 * How many calls a second one agency takes (token bucket). A call that somebody waits for is made at once and counted; one
 * that can wait is made only when there is a place left, so the former come first.
 */
public final class Pace {
    /** Places that may be saved up, and owed, in seconds of the rate. */
    private static final double SAVED = 0.1;
    private static final double OWED = 1;
    private volatile int rate;
    private double places;
    private long at = System.nanoTime();

    /** @param rate calls a second */
    public Pace(int rate) {
        this.rate = rate;
    }

    public void become(int calls) {
        rate = calls;
    }

    public synchronized boolean free() {
        long now = System.nanoTime();
        places = Math.min(Math.max(1, rate * SAVED), places + (now - at) / 1e9 * rate);
        at = now;
        return places >= 1;
    }

    public synchronized void spend() {
        free();
        places = Math.max(-rate * OWED, places - 1);
    }
}

package az.dost.vahid.sources.agency.call;

import java.util.function.IntToDoubleFunction;

/**
 * How many calls a second one agency takes (token bucket). A call that somebody waits for is made at once and counted;
 * one that can wait is made only when there is a place left, so the former come first.
 */
public final class Pace {
    /** Places that may be saved up, and owed, in seconds of the rate. */
    private static final double SAVED = 0.1;

    private static final double OWED = 1;
    private final IntToDoubleFunction part;
    private final Runnable hurried;
    private volatile int rate;
    private double places;
    private long at = System.nanoTime();

    /**
     * @param rate calls a second of all gateways together
     * @param part what of a rate is this gateway's at the moment, calls a second
     * @param hurried told of each call that could not wait
     */
    public Pace(int rate, IntToDoubleFunction part, Runnable hurried) {
        this.rate = rate;
        this.part = part;
        this.hurried = hurried;
    }

    public void become(int calls) {
        rate = calls;
    }

    public synchronized boolean free() {
        return fill() > 0 && places >= 1;
    }

    public synchronized void spend() {
        places = Math.max(-fill() * OWED, places - 1);
    }

    /** A call that does not wait for its place. */
    void hurry() {
        spend();
        hurried.run();
    }

    /** Calls a second that are this gateway's. */
    private double fill() {
        double own = part.applyAsDouble(rate);
        long now = System.nanoTime();
        places = Math.min(Math.max(1, own * SAVED), places + (now - at) / 1e9 * own);
        at = now;
        return own;
    }
}

package az.dost.vahid.proof.member;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Calls that are made at once, whatever an agency's rate, as somebody waits for them. Gateways tell each other how many
 * they make; what can wait gets what these leave of the rate that all gateways together keep.
 */
public final class UrgentCalls {
    private final Share share;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    /** Calls a second of late, by agency: this gateway's, and those of all others together. */
    private volatile Map<String, Double> own = Map.of();

    private volatile Map<String, Double> others = Map.of();
    private long since = System.nanoTime();

    public UrgentCalls(Share share) {
        this.share = share;
    }

    public void add(String agency) {
        counts.computeIfAbsent(agency, any -> new LongAdder()).increment();
    }

    /**
     * Calls a second that this gateway may make, its urgent ones among them; none while the others do not leave it its
     * part.
     *
     * @param rate of the agency, calls a second of all gateways together
     */
    public double left(String agency, int rate) {
        return share.holds()
                ? left(own.getOrDefault(agency, 0.0), others.getOrDefault(agency, 0.0), rate, share.part())
                : 0;
    }

    /** Its own urgent calls, and its part of what all urgent calls leave. */
    static double left(double own, double others, int rate, double part) {
        return Math.max(0, own + (rate - own - others) * part);
    }

    /** This gateway's calls a second since this was asked last, by agency; only of those that were called. */
    synchronized Map<String, Double> take() {
        long now = System.nanoTime();
        double seconds = Math.max(0.1, (now - since) / 1e9);
        since = now;
        Map<String, Double> rates = new HashMap<>();
        counts.forEach((agency, count) -> {
            long calls = count.sumThenReset();
            if (calls > 0) {
                rates.put(agency, calls / seconds);
            }
        });
        own = Map.copyOf(rates);
        return rates;
    }

    /** What each of the others told last. */
    void others(List<Map<String, Double>> told) {
        Map<String, Double> sums = new HashMap<>();
        told.forEach(calls -> calls.forEach(
                (agency, rate) -> sums.merge(agency, rate > 0 && rate < Integer.MAX_VALUE ? rate : 0, Double::sum)));
        others = sums;
    }
}

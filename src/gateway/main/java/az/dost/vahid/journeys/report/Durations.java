package az.dost.vahid.journeys.report;

import java.util.Map;
import java.util.TreeMap;

/** How often each of some whole numbers occurred: tenths of a second, days or hours. */
final class Durations {
    private static final int HUNDRED = 100;
    private final TreeMap<Long, Long> times = new TreeMap<>();
    private long n;

    void add(long duration, long often) {
        times.merge(duration, often, Long::sum);
        n += often;
    }

    long n() {
        return n;
    }

    /**
     * By nearest rank: the least number that this share of all are not above.
     *
     * @param percent above 0, at most 100
     */
    long rank(int percent) {
        long rank = (percent * n + HUNDRED - 1) / HUNDRED;
        long seen = 0;
        for (Map.Entry<Long, Long> each : times.entrySet()) {
            seen += each.getValue();
            if (seen >= rank) {
                return each.getKey();
            }
        }
        throw new IllegalStateException("There are none");
    }
}

package az.dost.vahid.bench;

import java.util.Arrays;

/** Every latency of a round, in nanoseconds; one writer. */
final class Latencies {
    private long[] values = new long[1 << 14];
    private int count;

    void add(long nanos) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = nanos;
    }

    int count() {
        return count;
    }

    /** Milliseconds; of no latency at all 0. */
    double percentile(double share) {
        long[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[Math.min(count - 1, (int) Math.ceil(share * count))] / 1e6;
    }
}

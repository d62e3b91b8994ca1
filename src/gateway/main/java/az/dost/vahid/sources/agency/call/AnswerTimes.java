package az.dost.vahid.sources.agency.call;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many calls took how long, in bounds that grow by a fifth: what several gateways counted in several minutes adds
 * up, and a percentile of the sum is right within that fifth.
 */
public final class AnswerTimes {
    /** Four bounds an octave: the last one is 32 s, and has all that took longer. */
    static final int BOUNDS = 62;

    private static final int AN_OCTAVE = 4;

    private static final double[] BOUND = IntStream.range(0, BOUNDS)
            .mapToDouble(index -> Math.pow(2, (double) index / AN_OCTAVE))
            .toArray();

    /** Index of a time's count; quick, as each answer of an agency asks for it. @param ms milliseconds */
    static int index(long ms) {
        if (ms <= 1) {
            return 0;
        }
        int index = Math.min(BOUNDS - 1, AN_OCTAVE * (Long.SIZE - 1 - Long.numberOfLeadingZeros(ms)));
        while (index < BOUNDS - 1 && ms > BOUND[index]) {
            index++;
        }
        return index;
    }

    /** The longest time that is counted there, milliseconds. */
    static double bound(int index) {
        return BOUND[index];
    }

    /** One more, as long as the longer of the two. */
    public static int[] plus(int[] one, int[] other) {
        int[] sum = Arrays.copyOf(one, Math.max(one.length, other.length));
        for (int i = 0; i < other.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }

    /**
     * Milliseconds within which this share of the calls was answered; -1 without calls.
     *
     * @param share over 0, at most 1
     */
    public static long within(int[] times, double share) {
        long all = Arrays.stream(times).asLongStream().sum();
        double wanted = all * share;
        double before = 0;
        for (int i = 0; i < times.length; i++) {
            if (times[i] > 0 && before + times[i] >= wanted) {
                double from = i == 0 ? 0 : bound(i - 1);
                return Math.round(from + (bound(i) - from) * (wanted - before) / times[i]);
            }
            before += times[i];
        }
        return -1;
    }

    private AnswerTimes() {}
}

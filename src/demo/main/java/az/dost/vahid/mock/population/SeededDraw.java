package az.dost.vahid.mock.population;

/**
 * Something whose particulars are drawn by lot, always the same for the same seed: SplitMix64 over the seed and the
 * name of the particular, so that no draw depends on the order of the others. Two particulars of one thing need two
 * names: under one name they would rise and fall together.
 */
class SeededDraw {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final long seed;

    SeededDraw(long kind, long number) {
        seed = mix(number * GOLDEN_GAMMA + kind);
    }

    /** A number of {@code 0 .. bound-1}. */
    public final int draw(String what, int bound) {
        long drawn = mix(seed + what.hashCode() * GOLDEN_GAMMA);
        return (int) ((drawn >>> 32) * bound >>> 32);
    }

    public final boolean chance(String what, int ofTenThousand) {
        return draw(what, 10_000) < ofTenThousand;
    }

    /** A day of {@code from .. until-1}, {@code from} itself where nothing lies between. */
    public final int day(String what, int from, int until) {
        return until <= from ? from : from + draw(what, until - from);
    }

    public final <T> T pick(String what, T[] choices) {
        return choices[draw(what, choices.length)];
    }

    private static long mix(long z) {
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}

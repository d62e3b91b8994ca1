package az.dost.vahid.sources.ingest.snapshot;

/**
 * Whether a FIN stands twice among the rows of a file, as far as 16 MiB of memory tell: then the database, which would
 * sort all of them for it, is not asked. Its unique index holds in any case.
 */
final class SeenFins {
    private static final int FIRST_SLOTS = 1 << 12;
    private static final int MOST_SLOTS = 1 << 21;
    private static final int RADIX = Character.MAX_RADIX;
    /** Spreads numbers that differ by little (Fibonacci hashing). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    /** By open addressing, each FIN as a number that is not 0; null once they were too many, or one was there twice. */
    private long[] slots = new long[FIRST_SLOTS];

    private int count;

    /** @param fin of seven characters of 0-9 and A-Z */
    void add(String fin) {
        if (slots == null) {
            return;
        }
        if (count > slots.length / 4 * 3 && !grow() || !put(slots, number(fin))) {
            slots = null;
            return;
        }
        count++;
    }

    private boolean grow() {
        if (slots.length >= MOST_SLOTS) {
            return false;
        }
        long[] more = new long[slots.length * 2];
        for (long fin : slots) {
            if (fin != 0) {
                put(more, fin);
            }
        }
        slots = more;
        return true;
    }

    /** False when it is there. */
    private static boolean put(long[] slots, long fin) {
        int mask = slots.length - 1;
        int at = (int) (fin * SPREAD >>> 32) & mask;
        while (slots[at] != 0) {
            if (slots[at] == fin) {
                return false;
            }
            at = at + 1 & mask;
        }
        slots[at] = fin;
        return true;
    }

    private static long number(String fin) {
        long number = 1;
        for (int i = 0; i < fin.length(); i++) {
            number = number * RADIX + Character.digit(fin.charAt(i), RADIX);
        }
        return number;
    }

    /** True where each is there once; false where one is there twice, or nobody knows. */
    boolean distinct() {
        return slots != null;
    }
}

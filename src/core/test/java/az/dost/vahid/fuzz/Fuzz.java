package az.dost.vahid.fuzz;

import static org.assertj.core.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/**
 * Feeds a parser with mutilated input, the same in every run: it may refuse it as documented, and nothing else. Never
 * another exception, never a hang, never much more memory than the input is worth.
 */
public final class Fuzz {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    /** How many times as often as usual: a siege sets it. */
    private static final int TIMES = Integer.getInteger("vahid.fuzz.times", 1);

    private static final long MOST_MEMORY = 200L << 20;
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<byte[]> seeds;
    private final int tries;

    /** A parser under test. */
    public interface Parser {
        void read(byte[] input) throws Exception;
    }

    private Fuzz(List<byte[]> seeds, int tries) {
        this.seeds = seeds;
        this.tries = tries;
    }

    /** @param seeds sound input, or nearly so: at least one */
    public static Fuzz of(List<byte[]> seeds, int tries) {
        return new Fuzz(List.copyOf(seeds), tries);
    }

    /** @param documented what the parser may throw */
    @SafeVarargs
    public final void read(Parser parser, Class<? extends Throwable>... documented) {
        Random random = new Random(seeds.size());
        for (int i = 0; i < tries * TIMES; i++) {
            byte[] input = Mutation.of(seeds.get(i % seeds.size()), random);
            long memory = THREADS.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            try {
                parser.read(input);
            } catch (Throwable e) {
                if (List.of(documented).stream().noneMatch(type -> type.isInstance(e))) {
                    fail(
                            "Not documented, for the input (base64) "
                                    + Base64.getEncoder().encodeToString(input),
                            e);
                }
            }
            if (System.nanoTime() - start > LONGEST.toNanos()
                    || THREADS.getCurrentThreadAllocatedBytes() - memory > MOST_MEMORY) {
                fail("Too much time or memory for the input (base64) "
                        + Base64.getEncoder().encodeToString(input));
            }
        }
    }
}

package az.dost.vahid.bench;

import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Loads a peer until it is as fast as it gets: three times in a row an answer costs no less CPU than in the spans
 * before, and little is compiled any more. A peer of this size is compiled for minutes (the usual way keeps a processor
 * busy with that for two hundred seconds, and costs a third less a lookup afterwards), so a fixed warm-up would measure
 * the compiler, and cost alone, on a machine that is not quiet, ends in the midst of it.
 */
final class WarmUp {
    private static final int CALLERS = 16;
    private static final int START_SECONDS = 60;
    private static final double SETTLED = 0.97;
    /** Of one processor's time. */
    private static final double COMPILED = 0.2;

    private static final int CALM_SPANS = 3;
    private final long spanMs;
    private final int mostSpans;

    WarmUp(long spanMs, int mostSpans) {
        this.spanMs = spanMs;
        this.mostSpans = mostSpans;
    }

    /**
     * @param afterEach what is tidied up between spans
     * @throws IllegalStateException when the peer does not answer well
     */
    void of(Peer peer, Load load, Runnable afterEach) {
        awaitGood(peer, load);
        // Few callers before many: a cold peer that many ask at once runs into its agencies' time-outs.
        load.closed(CALLERS / 4, spanMs);
        under(peer, millis -> load.closed(CALLERS, millis), afterEach);
    }

    /** The same under a load of its own, such as one that is refused for the most part. */
    void under(Peer peer, LongFunction<Load.Outcome> loaded, Runnable afterEach) {
        if (!peer.process().java()) {
            return;
        }
        double least = Double.MAX_VALUE;
        int calm = 0;
        for (int span = 1; span <= mostSpans; span++) {
            long compiled = peer.process().compilationMs();
            double cost = cost(peer, () -> loaded.apply(spanMs));
            double compiling = (peer.process().compilationMs() - compiled) / (double) spanMs;
            afterEach.run();
            System.out.printf(
                    "%-12s warming up  %6.2f CPU-ms  %3.0f %% of a processor compile%n",
                    peer.name(), cost, 100 * compiling);
            calm = cost > least * SETTLED && compiling < COMPILED ? calm + 1 : 0;
            if (calm == CALM_SPANS) {
                return;
            }
            least = Math.min(least, cost);
        }
    }

    /**
     * Asks until a second passes with good answers alone; an agency that was silent may still be let alone.
     *
     * @throws IllegalStateException when there is none in a minute
     */
    static void awaitGood(Peer peer, Load load) {
        Load.Outcome outcome;
        int seconds = 0;
        do {
            outcome = load.closed(1, 1000);
        } while ((outcome.failed > 0 || outcome.latencies.count() == 0) && ++seconds < START_SECONDS);
        if (seconds == START_SECONDS) {
            throw new IllegalStateException(peer.name() + " does not answer well: " + outcome.complaint);
        }
    }

    private static double cost(Peer peer, Supplier<Load.Outcome> loaded) {
        long cpu = peer.process().cpuMs();
        Load.Outcome outcome = loaded.get();
        return (peer.process().cpuMs() - cpu) / (double) Math.max(1, outcome.latencies.count());
    }
}

package az.dost.vahid.bench;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Loads peers in turn, round after round, and keeps what each round showed. */
final class Meter {
    private static final int SPANS = 5;
    /**
     * A peer that was asked nothing while the others had their turns connects to its agencies anew: no part of what a
     * lookup costs.
     */
    private static final long LEAD_IN_MS = 1500;

    private static final long COUNTED_MS = 250;
    private static final long LONGEST_COUNT_NANOS = 120_000_000_000L;
    private final Stage stage;
    private final Vertx vertx;
    private final WarmUp warmUp;
    private final WarmUp brief;
    private final long roundMs;
    private final int rounds;
    private final Map<String, Load> loads = new TreeMap<>();
    private final List<Sample> samples = new ArrayList<>();

    Meter(Stage stage, Vertx vertx, Run run) {
        this.stage = stage;
        this.vertx = vertx;
        this.warmUp = run.quick() ? new WarmUp(5000, 4) : new WarmUp(12_000, 30);
        this.brief = run.quick() ? warmUp : new WarmUp(6000, 6);
        this.roundMs = run.quick() ? 3000 : 6000;
        this.rounds = run.quick() ? 3 : 5;
    }

    /** The peer, as fast as it gets. */
    Peer warmUp(Peer peer) {
        warmUp.of(peer, load(peer), stage.database()::forget);
        return peer;
    }

    /** Until the peer, warm already, is as fast as it gets under this load too: agencies without delay. */
    void warmUp(Peer peer, LoadKind kind) {
        warmUp.under(peer, millis -> loaded(peer, kind, millis), stage.database()::forget);
    }

    /** The peer, warm enough for figures that are told or are no times; or warm again, when it was so before. */
    Peer warmUpBriefly(Peer peer) {
        brief.of(peer, load(peer), stage.database()::forget);
        return peer;
    }

    /**
     * Interleaved rounds: what the machine does meanwhile meets all peers alike. A peer's begins when it answers well,
     * whatever came before, and each round with a lead-in of the same load, of which failures alone count.
     *
     * @throws IllegalStateException when a peer does not answer well in a minute
     */
    void measure(List<Peer> peers, LoadKind kind) {
        peers.forEach(peer -> WarmUp.awaitGood(peer, load(peer)));
        stage.delay("*", kind.delayMs());
        try {
            for (int round = 1; round <= rounds; round++) {
                for (Peer peer : peers) {
                    turn(peer, kind, round, loaded(peer, kind, LEAD_IN_MS).failed);
                }
            }
        } finally {
            stage.delay("*", 0);
        }
    }

    /** One peer under loads that take turns, agencies without delay. */
    void measureInTurns(Peer peer, LoadKind... kinds) {
        WarmUp.awaitGood(peer, load(peer));
        for (int round = 1; round <= rounds; round++) {
            for (LoadKind kind : kinds) {
                turn(peer, kind, round, 0);
            }
        }
    }

    private void turn(Peer peer, LoadKind kind, int round, int failedBefore) {
        Sample sample = once(peer, kind, round, roundMs, failedBefore);
        keep(sample);
        if (sample.failed() > 0) {
            WarmUp.awaitGood(peer, load(peer));
        }
        stage.database().forget();
    }

    /**
     * One peer for a long time, a sample each fifth of it. Callers that wait for an agency's time-out as a span ends
     * are waited for, and count as time: in short ones, which may keep step with a circuit that tries its agency every
     * seven seconds, that was a sixth of all.
     */
    void endure(Peer peer, LoadKind kind, int seconds) {
        for (int span = 1; span <= SPANS; span++) {
            keep(once(peer, kind, span, seconds * 1000L / SPANS, 0));
            stage.database().forget();
        }
    }

    /**
     * The next lookups of a peer, as it is: what has to be compiled for them is part of what they cost.
     *
     * @param as name of the series
     * @param lookups that have good answers, at the least
     * @throws IllegalStateException when there are not so many in two minutes
     */
    void count(Peer peer, String as, LoadKind kind, int round, int lookups) {
        long began = System.nanoTime();
        long cpu = peer.process().cpuMs();
        int good = 0;
        int failed = 0;
        while (good < lookups) {
            Load.Outcome outcome = loaded(peer, kind, COUNTED_MS);
            good += outcome.latencies.count();
            failed += outcome.failed;
            if (System.nanoTime() - began > LONGEST_COUNT_NANOS) {
                throw new IllegalStateException(
                        peer.name() + " gives " + good + " good answers in two minutes: " + outcome.complaint);
            }
        }
        keep(new Sample(
                as,
                kind.name(),
                round,
                good * 1e9 / (System.nanoTime() - began),
                0,
                0,
                0,
                (peer.process().cpuMs() - cpu) / (double) good,
                0,
                peer.process().status("VmRSS") / 1024,
                0,
                0,
                failed,
                peer.process().status("Threads")));
    }

    private Load load(Peer peer) {
        return loads.computeIfAbsent(peer.name(), name -> new Load(vertx, peer.port(), peer.ask()));
    }

    private void keep(Sample sample) {
        samples.add(sample);
        System.out.printf(
                "%-12s %-44s %8.1f/s  p50 %7.1f  p99 %7.1f ms  %6.2f CPU-ms  %6.0f KiB  %d MiB  %d refused  %d failed%n",
                sample.peer(),
                sample.load(),
                sample.perSecond(),
                sample.p50(),
                sample.p99(),
                sample.cpuMs(),
                sample.allocatedKb(),
                sample.residentMb(),
                sample.refused(),
                sample.failed());
    }

    private Load.Outcome loaded(Peer peer, LoadKind kind, long millis) {
        Load load = load(peer);
        Load.Outcome outcome =
                kind.callers() > 0 ? load.closed(kind.callers(), millis) : load.open(kind.perSecond(), millis);
        if (outcome.complaint != null) {
            System.out.println("  the first failure of " + peer.name() + ": "
                    + outcome.complaint.substring(0, Math.min(160, outcome.complaint.length())));
        }
        return outcome;
    }

    private Sample once(Peer peer, LoadKind kind, int round, long millis, int failedBefore) {
        Launched process = peer.process();
        long bytes = process.allocatedBytes();
        long cpu = process.cpuMs();
        Load.Outcome outcome = loaded(peer, kind, millis);
        double good = Math.max(1, outcome.latencies.count());
        return new Sample(
                peer.name(),
                kind.name(),
                round,
                outcome.perSecond(),
                outcome.latencies.percentile(0.5),
                outcome.latencies.percentile(0.99),
                outcome.latencies.percentile(0.999),
                (process.cpuMs() - cpu) / good,
                (process.allocatedBytes() - bytes) / 1024.0 / good,
                process.status("VmRSS") / 1024,
                outcome.refusals.count(),
                outcome.refusals.percentile(0.99),
                outcome.failed + failedBefore,
                process.status("Threads"));
    }

    /** Live: what is measured by other ways is added to it. */
    List<Sample> samples() {
        return samples;
    }
}

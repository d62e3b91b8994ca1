package az.dost.vahid.bench;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Loads the peers in turn, round after round, and keeps what each round showed. */
final class Meter {
    private static final String WHOLE = "\"completeness\":\"COMPLETE\"";
    private final Stage stage;
    private final long roundMs;
    private final int rounds;
    private final Map<String, Load> loads = new TreeMap<>();
    private final Map<String, Allocation> allocations = new TreeMap<>();
    private final List<Sample> samples = new ArrayList<>();

    Meter(Stage stage, Vertx vertx, List<Peer> peers, long roundMs, int rounds) {
        this.stage = stage;
        this.roundMs = roundMs;
        this.rounds = rounds;
        for (Peer peer : peers) {
            loads.put(peer.name(), new Load(vertx, peer.port(), "/v1/dossiers", stage.questions(), WHOLE));
            allocations.put(peer.name(), new Allocation(peer.process().pid()));
        }
    }

    void warmUp(List<Peer> peers, long millis, int patienceSeconds) {
        for (Peer peer : peers) {
            loads.get(peer.name()).warmUp(millis, patienceSeconds);
            stage.database().forget();
        }
    }

    /** From now on a dossier with a silent source is a good answer too. */
    void expectAny() {
        loads.values().forEach(load -> load.expect("\"completeness\":"));
    }

    /** Interleaved rounds: what the machine does meanwhile meets all peers alike. */
    void measure(List<Peer> peers, LoadKind kind) throws Exception {
        stage.delay("*", kind.delayMs());
        for (int round = 1; round <= rounds; round++) {
            for (Peer peer : peers) {
                Sample sample = once(peer, kind, round);
                samples.add(sample);
                System.out.printf("%-8s %-40s %8.1f/s  p50 %7.1f  p99 %7.1f ms  %6.2f CPU-ms  %6.0f KiB  %d refused  %d failed%n", sample.peer(),
                        sample.load(), sample.perSecond(), sample.p50(), sample.p99(), sample.cpuMs(), sample.allocatedKb(), sample.refused(),
                        sample.failed());
                stage.database().forget();
            }
        }
        stage.delay("*", 0);
    }

    private Sample once(Peer peer, LoadKind kind, int round) {
        Load load = loads.get(peer.name());
        long cpu = peer.process().cpuMs();
        long bytes = allocations.get(peer.name()).bytes();
        Load.Outcome outcome = kind.callers() > 0 ? load.closed(kind.callers(), roundMs) : load.open(kind.perSecond(), roundMs);
        double good = Math.max(1, outcome.latencies.count());
        Sample sample = new Sample(peer.name(), kind.name(), round, outcome.perSecond(), outcome.latencies.percentile(0.5),
                outcome.latencies.percentile(0.99), outcome.latencies.percentile(0.999), (peer.process().cpuMs() - cpu) / good,
                (allocations.get(peer.name()).bytes() - bytes) / 1024.0 / good, outcome.refusals.count(), outcome.failed,
                peer.process().status("Threads"));
        if (outcome.complaint != null) {
            System.out.println("  the first failure of " + peer.name() + ": "
                    + outcome.complaint.substring(0, Math.min(160, outcome.complaint.length())));
        }
        return sample;
    }

    List<Sample> samples() {
        return samples;
    }
}

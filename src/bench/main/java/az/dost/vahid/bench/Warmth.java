package az.dost.vahid.bench;

import java.util.List;

/**
 * What the first lookups of a process cost beside its steady ones: of a gateway that made lookups of its own before it
 * was ready, and of one that did not.
 */
final class Warmth implements Measurement {
    private static final int LOOKUPS = 1_000;
    private static final LoadKind FIRST = new LoadKind("the first 1,000 lookups, 4 callers", 0, 4, 0);
    private static final LoadKind STEADY = new LoadKind("1,000 lookups once it is warm, 4 callers", 0, 4, 0);
    private static final String WARM = "gateway-warmed";
    private static final String COLD = "gateway-cold";
    private static final int PATIENCE_SECONDS = 120;

    @Override
    public List<Target> measure(Stage stage, Meter meter) {
        for (int round = 1; round <= (stage.run().quick() ? 1 : 3); round++) {
            turn(stage, meter, WARM, 10_000, round);
            turn(stage, meter, COLD, 0, round);
        }
        Figures figures = new Figures(meter.samples());
        return List.of(
                Target.most(
                        "CPU a lookup, the first 1,000 / steady, warm before it is ready",
                        figures.ratio(WARM, FIRST, STEADY, Sample::cpuMs),
                        2),
                Target.told(
                        "CPU a lookup, the first 1,000 / steady, without lookups of its own",
                        figures.ratio(COLD, FIRST, STEADY, Sample::cpuMs)));
    }

    private static void turn(Stage stage, Meter meter, String as, long longestMs, int round) {
        Peer peer = stage.gateway(as + "-" + round, "native", "--vahid.warm-up.longest-ms=" + longestMs);
        try {
            peer.process().awaitOk("http://127.0.0.1:" + peer.port() + "/actuator/health/readiness", PATIENCE_SECONDS);
            meter.count(peer, as, FIRST, round, LOOKUPS);
            meter.warmUpBriefly(peer);
            meter.count(peer, as, STEADY, round, LOOKUPS);
        } finally {
            peer.process().close();
        }
    }
}

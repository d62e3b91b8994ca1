package az.dost.vahid.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What the first lookups of a process cost beside its steady ones: of a gateway that made lookups of its own before it
 * was ready, and of one that did not; and where there is a JDK 25, of one on it without and with an ahead-of-time
 * cache.
 */
final class Warmth implements Measurement {
    private static final int LOOKUPS = 1_000;
    private static final LoadKind FIRST = new LoadKind("the first 1,000 lookups, 4 callers", 0, 4, 0);
    private static final LoadKind STEADY = new LoadKind("1,000 lookups once it is warm, 4 callers", 0, 4, 0);
    private static final String WARM = "gateway-warmed";
    private static final String COLD = "gateway-cold";
    private static final String NEWER = "gateway-25-cold";
    private static final String CACHED = "gateway-cached-cold";
    private static final String WARM_CACHED = "gateway-cached-warmed";
    private static final long LONGEST_MS = 10_000;
    private static final int PATIENCE_SECONDS = 120;

    @Override
    public List<Target> measure(Stage stage, Meter meter) throws Exception {
        for (int round = 1; round <= (stage.run().quick() ? 1 : 3); round++) {
            turn(stage.gateway(WARM + "-" + round, "native", longest(LONGEST_MS)), meter, WARM, round);
            turn(stage.gateway(COLD + "-" + round, "native", longest(0)), meter, COLD, round);
            if (Newer.wants() == null) {
                Newer newer = stage.newer();
                turn(newer.gateway(NEWER + "-" + round, longest(0)), meter, NEWER, round);
                turn(newer.cached(CACHED + "-" + round, longest(0)), meter, CACHED, round);
                turn(newer.cached(WARM_CACHED + "-" + round, longest(LONGEST_MS)), meter, WARM_CACHED, round);
            }
        }
        Figures figures = new Figures(meter.samples());
        List<Target> targets = new ArrayList<>(List.of(
                Target.most(
                        "CPU a lookup, the first 1,000 / steady, warm before it is ready",
                        figures.ratio(WARM, FIRST, STEADY, Sample::cpuMs),
                        2),
                Target.told(
                        "CPU a lookup, the first 1,000 / steady, without lookups of its own",
                        figures.ratio(COLD, FIRST, STEADY, Sample::cpuMs))));
        targets.addAll(newer(figures));
        return targets;
    }

    private static List<Target> newer(Figures figures) {
        if (Newer.wants() != null) {
            return List.of(Target.notMeasured(
                    "CPU a lookup, the first 1,000 / steady, with an ahead-of-time cache", Newer.wants()));
        }
        return List.of(
                Target.told(
                        "CPU a lookup on JDK 25, the first 1,000 / steady, without lookups of its own",
                        figures.ratio(NEWER, FIRST, STEADY, Sample::cpuMs)),
                Target.told(
                        "CPU a lookup on JDK 25, the first 1,000 / steady, with a cache, without lookups of its own",
                        figures.ratio(CACHED, FIRST, STEADY, Sample::cpuMs)),
                Target.most(
                        "CPU a lookup on JDK 25, the first 1,000 / steady, with a cache, warm before it is ready",
                        figures.ratio(WARM_CACHED, FIRST, STEADY, Sample::cpuMs),
                        1.3),
                Target.told(
                        "CPU of the first 1,000 lookups on JDK 25, with a cache / without",
                        figures.ratio(CACHED, NEWER, FIRST, Sample::cpuMs)));
    }

    private static String longest(long millis) {
        return "--vahid.warm-up.longest-ms=" + millis;
    }

    private static void turn(Peer peer, Meter meter, String as, int round) {
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

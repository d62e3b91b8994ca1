package az.dost.vahid.bench;

import java.util.ArrayList;
import java.util.List;

/** Whole lookups, one caller to many, beside the floor and the usual way; and what trust costs of them. */
record Lookups(Peers peers) implements Measurement {
    static final LoadKind PEAK = LoadKind.closed(16, 0);
    static final LoadKind MANY = LoadKind.closed(64, 0);
    private static final LoadKind ONE = LoadKind.closed(1, 0);
    private static final double EASY = 0.5;

    @Override
    public List<Target> measure(Stage stage, Meter meter) {
        Figures figures = new Figures(meter.samples());
        List<Target> targets = new ArrayList<>();
        meter.measure(peers.all(), PEAK);
        beside(figures, PEAK, targets);
        targets.add(Target.most(
                "CPU a lookup, JDK crypto, gateway / floor",
                figures.ratio("gateway-jdk", "floor-jdk", PEAK, Sample::cpuMs),
                1.3));
        targets.add(Target.most(
                "CPU a lookup, JDK crypto, gateway / usual",
                figures.ratio("gateway-jdk", "usual", PEAK, Sample::cpuMs),
                1 / 3.0));
        targets.add(Target.told(
                "CPU a lookup, floor with judging and record / without",
                figures.ratio("floor", "floor-bare", PEAK, Sample::cpuMs)));
        if (!stage.run().quick()) {
            meter.measure(peers.three(), MANY);
            beside(figures, MANY, targets);
            meter.measure(peers.three(), ONE);
            double peak = figures.median("gateway", PEAK, Sample::perSecond);
            meter.measure(
                    List.of(peers.gateway(), peers.floor()),
                    LoadKind.open("open loop, half of the gateway's peak", EASY * peak));
        }
        return targets;
    }

    private static void beside(Figures figures, LoadKind kind, List<Target> targets) {
        targets.add(Target.most(
                "CPU a lookup, gateway / usual, " + kind.name(),
                figures.ratio("gateway", "usual", kind, Sample::cpuMs),
                1 / 6.0));
        targets.add(Target.most(
                "CPU a lookup, gateway / floor, " + kind.name(),
                figures.ratio("gateway", "floor", kind, Sample::cpuMs),
                1.5));
        targets.add(Target.least(
                "lookups/s, gateway / usual, " + kind.name(),
                figures.ratio("gateway", "usual", kind, Sample::perSecond),
                6));
        targets.add(Target.least(
                "lookups/s, gateway / floor, " + kind.name(),
                figures.ratio("gateway", "floor", kind, Sample::perSecond),
                0.65));
    }
}

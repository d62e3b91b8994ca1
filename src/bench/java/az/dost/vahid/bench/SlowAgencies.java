package az.dost.vahid.bench;

import java.util.ArrayList;
import java.util.List;

/** Agencies that take their time: it is waited for by nobody's thread. */
record SlowAgencies(Peers peers) implements Measurement {
    static final LoadKind SLOW = LoadKind.closed(64, 50);
    private static final LoadKind CROWD = LoadKind.closed(512, 300);
    private static final int AGENCIES = 20;
    private static final double FEW = 0.1;

    /** The bound of the closed loop is a lookup a caller in the agencies' time. */
    @Override
    public List<Target> measure(Stage stage, Meter meter) {
        Figures figures = new Figures(meter.samples());
        List<Target> targets = new ArrayList<>();
        meter.measure(peers.three(), SLOW);
        double bound = SLOW.callers() * 1000.0 / SLOW.delayMs();
        double own = figures.median("gateway", Lookups.MANY, Sample::perSecond);
        Figures.Ratio ratio = figures.ratio("gateway", SLOW, Lookups.MANY, Sample::perSecond).times(own / Math.min(own, bound));
        targets.add(Target.least("lookups/s, 50 ms agencies / the lower of 0 ms agencies and the bound", ratio, 0.8));
        targets.add(Target.least("lookups/s, gateway / usual, " + SLOW.name(), figures.ratio("gateway", "usual", SLOW, Sample::perSecond), 40));
        Peer crowd = stage.gateway("gateway-512", "native", "--vahid.max-lookups=512", "--vahid.limits.each.at-once=600");
        meter.warmUp(List.of(crowd));
        meter.measure(List.of(crowd), CROWD);
        targets.add(Target.most("threads / (callers x agencies), " + CROWD.name(),
                figures.ratioTo("gateway-512", CROWD, Sample::threads, (double) CROWD.callers() * AGENCIES), FEW));
        crowd.process().close();
        return targets;
    }
}

package az.dost.vahid.bench;

import java.util.ArrayList;
import java.util.List;

/** Agencies that take their time: it is waited for by nobody's thread. */
record SlowAgencies(Peers peers) implements Measurement {
    static final LoadKind SLOW = LoadKind.closed(64, 50);
    private static final LoadKind AT_ONCE = new LoadKind("64 callers, agencies take 0 ms, beside slow ones", 0, 64, 0);
    private static final LoadKind CROWD = LoadKind.closed(512, 300);
    private static final int AGENCIES = 20;
    private static final double FEW = 0.1;
    private static final int PATIENCE_MS = 14_000;

    @Override
    public List<Target> measure(Stage stage, Meter meter) {
        List<Target> targets = new ArrayList<>(waiting(meter));
        targets.addAll(crowded(stage, meter));
        return targets;
    }

    /** The bound of the closed loop is a lookup a caller in the agencies' time. */
    private List<Target> waiting(Meter meter) {
        Figures figures = new Figures(meter.samples());
        meter.measure(List.of(peers.gateway()), AT_ONCE);
        meter.measure(peers.three(), SLOW);
        double bound = SLOW.callers() * 1000.0 / SLOW.delayMs();
        double own = figures.median("gateway", AT_ONCE, Sample::perSecond);
        Figures.Ratio ratio =
                figures.ratio("gateway", SLOW, AT_ONCE, Sample::perSecond).times(own / Math.min(own, bound));
        return List.of(
                Target.least("lookups/s, 50 ms agencies / the lower of 0 ms agencies and the bound", ratio, 0.8),
                Target.least(
                        "lookups/s, gateway / usual, " + SLOW.name(),
                        figures.ratio("gateway", "usual", SLOW, Sample::perSecond),
                        40));
    }

    /**
     * So many lookups at once need more processor time than agencies' time-outs give them: a dossier with silent
     * sources is a good answer here, and the deadline is one that callers wait for.
     */
    private static List<Target> crowded(Stage stage, Meter meter) {
        Figures figures = new Figures(meter.samples());
        Peer gateway = stage.gateway("gateway-512", "native", "--vahid.max-lookups=512");
        try {
            Peer crowd = meter.warmUpBriefly(gateway)
                    .asked("crowd", gateway.ask().withSilentSources().within(PATIENCE_MS));
            meter.measure(List.of(crowd), CROWD);
            return List.of(
                    Target.most(
                            "threads / (callers x agencies), " + CROWD.name(),
                            figures.ratioTo(crowd.name(), CROWD, Sample::threads, (double) CROWD.callers() * AGENCIES),
                            FEW),
                    Target.most(
                            "answers neither a dossier nor a refusal, " + CROWD.name(),
                            figures.total(crowd.name(), CROWD, Sample::failed),
                            0));
        } finally {
            gateway.process().close();
        }
    }
}

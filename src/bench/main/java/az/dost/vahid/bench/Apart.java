package az.dost.vahid.bench;

import java.util.List;

/**
 * Whole lookups by peers that have a processor of their own, so that the agencies' cost, and the load's, does not hide
 * theirs.
 */
record Apart(Peers peers) implements Measurement {
    private static final String APART = " callers, peers on one processor, all else on others";

    @Override
    public List<Target> measure(Stage stage, Meter meter) {
        if (!OwnProcessor.possible()) {
            System.out.println("Skipped: needs two processors, and taskset of the package util-linux");
            return List.of();
        }
        List<Peer> three = peers.three();
        try (OwnProcessor own = new OwnProcessor(three, stage.database())) {
            return List.of(16, 64).stream()
                    .flatMap(callers -> beside(meter, three, callers).stream())
                    .toList();
        }
    }

    private static List<Target> beside(Meter meter, List<Peer> three, int callers) {
        LoadKind kind = new LoadKind(callers + APART, 0, callers, 0);
        meter.measure(three, kind);
        Figures figures = new Figures(meter.samples());
        return List.of(
                Target.least(
                        "lookups/s, gateway / usual, " + kind.name(),
                        figures.ratio("gateway", "usual", kind, Sample::perSecond),
                        6),
                Target.told(
                        "lookups/s, floor / usual, " + kind.name(),
                        figures.ratio("floor", "usual", kind, Sample::perSecond)),
                Target.told(
                        "CPU a lookup, gateway / usual, " + kind.name(),
                        figures.ratio("gateway", "usual", kind, Sample::cpuMs)));
    }
}

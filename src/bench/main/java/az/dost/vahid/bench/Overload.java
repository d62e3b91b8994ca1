package az.dost.vahid.bench;

import java.util.List;

/**
 * Three times as many lookups as can be served: as many are served as before, none of them late, the others are refused
 * at once.
 */
record Overload(Peer gateway) implements Measurement {
    private static final LoadKind BEFORE = new LoadKind("16 callers, before the overload", 0, 16, 0);
    private static final LoadKind PEAK = new LoadKind("16 callers, in turn with the overload", 0, 16, 0);
    private static final double TIMES = 3;
    private static final double QUICKLY_MS = 1000;
    /** That the lookups ask for; also what they have who ask for none. */
    private static final int DEADLINE_MS = 3000;

    @Override
    public List<Target> measure(Stage stage, Meter meter) {
        Peer peer = gateway.asked("gateway-over", gateway.ask().within(DEADLINE_MS));
        Figures figures = new Figures(meter.samples());
        meter.measure(List.of(peer), BEFORE);
        double perSecond = TIMES * figures.median(peer.name(), BEFORE, Sample::perSecond);
        LoadKind overload = LoadKind.open("open loop, three times the gateway's peak", perSecond);
        // Refusing is compiled too before it is measured.
        meter.warmUp(peer, overload);
        meter.measureInTurns(peer, PEAK, overload);
        return List.of(
                Target.least(
                        "good answers/s at three times capacity / peak",
                        figures.ratio(peer.name(), overload, PEAK, Sample::perSecond),
                        0.9),
                Target.most(
                        "p99 until a good answer at three times capacity, ms; the deadline",
                        figures.ratioTo(peer.name(), overload, Sample::p99, 1),
                        DEADLINE_MS),
                Target.most(
                        "p99 until a refusal, ms",
                        figures.ratioTo(peer.name(), overload, Sample::refusedP99, 1),
                        QUICKLY_MS),
                Target.most(
                        "answers neither good nor refused at three times capacity",
                        figures.total(peer.name(), overload, Sample::failed),
                        0));
    }
}

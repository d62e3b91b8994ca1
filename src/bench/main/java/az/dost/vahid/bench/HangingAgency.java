package az.dost.vahid.bench;

import java.util.List;

/** One agency answers nothing any more, for minutes. */
record HangingAgency(Peer gateway) implements Measurement {
    private static final LoadKind BEFORE = new LoadKind("16 callers, before one agency hangs", 0, 16, 0);
    private static final LoadKind HANGING = new LoadKind("16 callers, one agency hangs", 0, 16, 0);
    private static final String AGENCY = "tax";
    /** The agency's own time-out: later nobody waits for it. */
    private static final int DEADLINE_MS = 2000;

    private static final double FLAT = 1.1;

    @Override
    public List<Target> measure(Stage stage, Meter meter) {
        Figures figures = new Figures(meter.samples());
        Peer peer = gateway.asked("gateway-hang", gateway.ask().withSilentSources());
        meter.measure(List.of(peer), BEFORE);
        stage.delay(AGENCY, -1);
        try {
            meter.endure(peer, HANGING, stage.run().hangSeconds());
        } finally {
            stage.delay(AGENCY, 0);
        }
        return List.of(
                Target.least(
                        "lookups/s, one agency hanging / none before",
                        figures.against(peer.name(), HANGING, BEFORE, Sample::perSecond),
                        0.9),
                Target.most(
                        "p99, ms, one agency hanging",
                        figures.ratioTo(peer.name(), HANGING, Sample::p99, 1),
                        DEADLINE_MS + 50),
                Target.most(
                        "memory, last fifth of " + stage.run().hangSeconds() + " s / second fifth",
                        figures.drift(peer.name(), HANGING, Sample::residentMb),
                        FLAT));
    }
}

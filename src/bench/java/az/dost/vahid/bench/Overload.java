package az.dost.vahid.bench;

import java.util.List;

/** Three times as many lookups as can be served: as many are served as before, the others are refused at once. */
record Overload(Peer gateway) implements Measurement {
    private static final double TIMES = 3;
    private static final double QUICKLY_MS = 1000;

    @Override
    public List<Target> measure(Stage stage, Meter meter) {
        Figures figures = new Figures(meter.samples());
        LoadKind overload = LoadKind.open("open loop, three times the gateway's peak",
                TIMES * figures.median(gateway.name(), Lookups.MANY, Sample::perSecond));
        meter.measure(List.of(gateway), overload);
        return List.of(
                Target.least("good answers/s at three times capacity / peak",
                        figures.ratio(gateway.name(), overload, Lookups.MANY, Sample::perSecond), 0.9),
                Target.most("p99 until a refusal, ms", figures.ratioTo(gateway.name(), overload, Sample::refusedP99, 1), QUICKLY_MS),
                Target.most("answers neither good nor refused at three times capacity", figures.ratioTo(gateway.name(), overload, Sample::failed, 1), 0));
    }
}

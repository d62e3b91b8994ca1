package az.dost.vahid.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * An earlier version of the gateway and this one, in turn: what a change costs on the lookup's way.
 *
 * @param before jar of the earlier version
 */
record Versions(Peers peers, Path before) implements Measurement {
    private static final double MOST = 1.03;
    private static final LoadKind LOAD = new LoadKind("16 callers, an earlier version and this one", 0, 16, 0);

    @Override
    public List<Target> measure(Stage stage, Meter meter) throws Exception {
        stage.database().admitEarlier();
        Path jar = Unpacked.of(before, stage.run().folder().resolve("unpacked-before"));
        Peer earlier = stage.gateway("gateway-before", "native", jar);
        try {
            meter.measure(List.of(meter.warmUp(earlier), peers.gateway()), LOAD);
        } finally {
            // Its connections are wanted by whoever comes later.
            earlier.process().close();
        }
        Figures figures = new Figures(meter.samples());
        return List.of(
                Target.most(
                        "CPU a lookup, this version / an earlier one",
                        figures.ratio("gateway", earlier.name(), LOAD, Sample::cpuMs),
                        MOST),
                Target.told(
                        "lookups/s, this version / an earlier one",
                        figures.ratio("gateway", earlier.name(), LOAD, Sample::perSecond)));
    }
}

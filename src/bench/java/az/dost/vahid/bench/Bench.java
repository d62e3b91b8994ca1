package az.dost.vahid.bench;

import io.vertx.core.Vertx;
import java.util.List;

/** Measures the gateway beside its peers and says whether its promises hold: exit status 1 when one is missed. */
public final class Bench {
    private static final LoadKind PEAK = LoadKind.closed(16, 0);
    private static final LoadKind MANY = LoadKind.closed(64, 0);
    private static final LoadKind SLOW = LoadKind.closed(64, 50);
    private static final LoadKind CROWD = LoadKind.closed(512, 300);
    private static final LoadKind HANGING = new LoadKind("16 callers, one agency hangs", 0, 16, 0);
    private static final int SLOWEST_AGENCY_MS = 2000;
    private static final double OVERLOAD = 3;
    private static final double EASY = 0.5;
    private final Run run;

    private Bench(Run run) {
        this.run = run;
    }

    /** Settings: {@link Run}. */
    public static void main(String[] args) throws Exception {
        System.exit(new Bench(Run.fromProperties()).missed() ? 1 : 0);
    }

    private boolean missed() throws Exception {
        System.out.println("Preparing: the demonstration runs once, so that the stub agencies can repeat its answers");
        Vertx vertx = Vertx.vertx();
        try (Stage stage = new Stage(run)) {
            List<Peer> peers = List.of(stage.gateway(), stage.floor(), stage.usual());
            Meter meter = new Meter(stage, vertx, peers, run.quick() ? 5000 : 8000, run.quick() ? 3 : 5);
            meter.warmUp(peers, run.quick() ? 12_000 : 30_000, 60);
            List<Target> targets = measure(stage, meter, peers);
            System.out.println();
            targets.forEach(System.out::println);
            new Results(run.results(), run.quick() ? "quick-" + run.crypto() : run.crypto()).write(meter.samples(), targets, run.crypto(),
                    run.quick() ? List.of(PEAK) : List.of(PEAK, MANY, SLOW));
            return targets.stream().anyMatch(Target::missed);
        } finally {
            vertx.close();
        }
    }

    private List<Target> measure(Stage stage, Meter meter, List<Peer> peers) throws Exception {
        Figures figures = new Figures(meter.samples());
        Targets targets = new Targets(figures, run.crypto().equals("native"));
        meter.measure(peers, PEAK);
        targets.beside(PEAK);
        if (run.quick()) {
            return targets.all();
        }
        meter.measure(peers, LoadKind.closed(1, 0));
        meter.measure(peers, MANY);
        targets.beside(MANY);
        double peak = figures.median("gateway", PEAK, Sample::perSecond);
        List<Peer> quickPeers = peers.subList(0, 2);
        meter.measure(quickPeers, LoadKind.open("open loop, half of the gateway's peak", EASY * peak));
        meter.measure(peers, SLOW);
        targets.slow(SLOW, MANY);
        List<Peer> gateway = peers.subList(0, 1);
        meter.measure(gateway, CROWD);
        targets.threads(CROWD);
        LoadKind overload = LoadKind.open("open loop, three times the gateway's peak", OVERLOAD * peak);
        meter.measure(gateway, overload);
        targets.overload(overload, PEAK);
        stage.delay("tax", -1);
        meter.expectAny();
        meter.measure(gateway, HANGING);
        targets.hanging(HANGING, PEAK, SLOWEST_AGENCY_MS);
        return targets.all();
    }
}

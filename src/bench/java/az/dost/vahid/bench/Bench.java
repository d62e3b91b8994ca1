package az.dost.vahid.bench;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Measures the gateway beside its peers and says whether its promises hold: exit status 1 when one is missed. */
public final class Bench {
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
            Meter meter = new Meter(stage, vertx, run);
            List<Target> targets = new ArrayList<>();
            Results results = new Results(run.results(), run.quick() ? "quick" : run.only().isEmpty() ? "whole" : "part");
            for (Map.Entry<String, Supplier<Measurement>> each : measurements(stage, meter).entrySet()) {
                if (run.includes(each.getKey())) {
                    System.out.println("\n" + each.getKey());
                    targets.addAll(each.getValue().get().measure(stage, meter));
                    // Now, so that what comes later cannot take it away.
                    results.write(meter.samples(), targets);
                }
            }
            System.out.println("\n" + results.table(targets));
            return targets.stream().anyMatch(Target::missed);
        } finally {
            vertx.close();
        }
    }

    /** By name, in the order in which they are made: those that change the database come last. */
    private Map<String, Supplier<Measurement>> measurements(Stage stage, Meter meter) {
        Once<Peers> peers = new Once<>(() -> new Peers(stage, meter));
        Map<String, Supplier<Measurement>> all = new LinkedHashMap<>();
        all.put("starts", Starts::new);
        all.put("pieces", Pieces::new);
        all.put("scatter", Scatter::new);
        all.put("lookups", () -> new Lookups(peers.get()));
        all.put("slow", () -> new SlowAgencies(peers.get()));
        all.put("facts", () -> new Facts(peers.get().gateway));
        all.put("overload", () -> new Overload(peers.get().gateway));
        all.put("hanging", () -> new HangingAgency(peers.get().gateway));
        all.put("exchange", PassThrough::new);
        all.put("population", () -> new Population(peers.get().gateway));
        all.put("drops", Drops::new);
        return all;
    }
}

package az.dost.vahid.bench;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
            Results results = new Results(
                    run.results(), run.quick() ? "quick" : run.only().isEmpty() ? "whole" : "part");
            for (Map.Entry<String, Supplier<Measurement>> each :
                    measurements(stage, meter).entrySet()) {
                if (run.includes(each.getKey())) {
                    targets.addAll(made(each.getKey(), each.getValue(), stage, meter));
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

    /** A measurement that fails is a promise missed, and takes no other with it. */
    private static List<Target> made(String name, Supplier<Measurement> measurement, Stage stage, Meter meter) {
        System.out.println("\n" + name);
        long started = System.nanoTime();
        try {
            return measurement.get().measure(stage, meter);
        } catch (Exception e) {
            e.printStackTrace(System.out);
            return List.of(Target.most(
                    name + ": ended by " + e.getClass().getSimpleName(), new Figures.Ratio(Double.NaN, 0), 0));
        } finally {
            System.out.printf("%s took %d s%n", name, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started));
        }
    }

    /** By name, in the order in which they are made: those that change the database come last. */
    private Map<String, Supplier<Measurement>> measurements(Stage stage, Meter meter) {
        Peers peers = new Peers(stage, meter);
        Map<String, Supplier<Measurement>> all = new LinkedHashMap<>();
        all.put("starts", Starts::new);
        all.put("warmth", Warmth::new);
        all.put("pieces", Pieces::new);
        all.put("scatter", Scatter::new);
        all.put("lookups", () -> new Lookups(peers));
        if (run.before() != null) {
            all.put("versions", () -> new Versions(peers, run.before()));
        }
        all.put("stored", () -> new Stored(run.before()));
        all.put("apart", () -> new Apart(peers));
        all.put("slow", () -> new SlowAgencies(peers));
        all.put("facts", () -> new Facts(peers.gateway()));
        all.put("overload", () -> new Overload(peers.gateway()));
        all.put("hanging", () -> new HangingAgency(peers.gateway()));
        all.put("exchange", PassThrough::new);
        all.put("events", Events::new);
        all.put("pages", Viewers::new);
        all.put("population", () -> new Population(peers.gateway()));
        all.put("drops", Drops::new);
        return all;
    }
}

package az.dost.vahid.bench;

import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/** The same lookups when the agencies that leave files know a thousand citizens, and when they know two million. */
record Population(Peer gateway) implements Measurement {
    private static final LoadKind BEFORE = new LoadKind("16 callers, few citizens", 0, 16, 0);
    private static final int ALL = 2_000_000;
    private static final int QUICK = 200_000;
    private static final double SAME = 1.1;

    @Override
    public List<Target> measure(Stage stage, Meter meter) {
        Peer peer = gateway.asked("gateway-pop", gateway.ask());
        int citizens = stage.run().quick() ? QUICK : ALL;
        LoadKind after = new LoadKind(String.format(Locale.ROOT, "16 callers, %,d citizens", citizens), 0, 16, 0);
        meter.measure(List.of(peer), BEFORE);
        multiply(stage.database().jdbc(), citizens);
        meter.warmUpBriefly(peer);
        meter.measure(List.of(peer), after);
        Figures figures = new Figures(meter.samples());
        return List.of(
                Target.most(
                        "CPU a lookup, " + after.name() + " / few",
                        figures.ratio(peer.name(), after, BEFORE, Sample::cpuMs),
                        SAME),
                Target.told(
                        "lookups/s, " + after.name() + " / few",
                        figures.ratio(peer.name(), after, BEFORE, Sample::perSecond)));
    }

    /** Other citizens' rows into every standing snapshot; their FINs are none that the population has. */
    private static void multiply(JdbcTemplate jdbc, int citizens) {
        int rows = jdbc.update(
                "insert into drop_row (snapshot, fin, file, row_number, version, facts)"
                        + " select s.snapshot, 'x' || lpad(n::text, 7, '0'), s.newest_file, n, 1, one.facts"
                        + " from drop_standing s, lateral (select facts from drop_row r where r.snapshot = s.snapshot and facts is not null limit 1) one,"
                        + " generate_series(1, ?) n",
                citizens);
        // Now, or PostgreSQL does it while lookups are measured.
        jdbc.execute("vacuum (analyze) drop_row");
        System.out.println(rows + " rows of other citizens put in");
    }
}

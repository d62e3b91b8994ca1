package az.dost.vahid.bench;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The same lookups when the agencies that leave files know a thousand citizens, and when they know two million. */
record Population(Peer gateway) implements Measurement {
    private static final LoadKind BEFORE = new LoadKind("16 callers, few citizens", 0, 16, 0);
    private static final LoadKind AFTER = new LoadKind("16 callers, 2,000,000 citizens", 0, 16, 0);
    private static final int ALL = 2_000_000;
    private static final int QUICK = 200_000;
    private static final double SAME = 1.1;

    @Override
    public List<Target> measure(Stage stage, Meter meter) {
        Peer peer = gateway.asked("gateway-pop", gateway.ask());
        meter.measure(List.of(peer), BEFORE);
        multiply(stage.database().jdbc(), stage.run().quick() ? QUICK : ALL);
        meter.warmUp(List.of(peer));
        meter.measure(List.of(peer), AFTER);
        Figures figures = new Figures(meter.samples());
        List<Target> targets = new ArrayList<>();
        targets.add(Target.most("CPU a lookup, 2,000,000 citizens / few", figures.ratio(peer.name(), AFTER, BEFORE, Sample::cpuMs), SAME));
        targets.add(Target.told("lookups/s, 2,000,000 citizens / few", figures.ratio(peer.name(), AFTER, BEFORE, Sample::perSecond)));
        return targets;
    }

    /** Other citizens' rows into every standing snapshot; their FINs are none that the population has. */
    private static void multiply(JdbcTemplate jdbc, int citizens) {
        int rows = jdbc.update("insert into drop_row (snapshot, fin, file, row_number, version, facts)"
                + " select s.snapshot, 'x' || lpad(n::text, 7, '0'), s.newest_file, n, 1, one.facts"
                + " from drop_standing s, lateral (select facts from drop_row r where r.snapshot = s.snapshot and facts is not null limit 1) one,"
                + " generate_series(1, ?) n", citizens);
        jdbc.execute("analyze drop_row");
        System.out.println(rows + " rows of other citizens put in");
    }
}

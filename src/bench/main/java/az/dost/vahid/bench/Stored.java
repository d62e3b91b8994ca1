package az.dost.vahid.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a lookup of all agencies leaves in PostgreSQL: bytes of tables with their indexes, and bytes of WAL. Each round
 * begins behind a checkpoint, so that whole pages are in its WAL, as they are behind each checkpoint in service.
 *
 * @param before jar of an earlier version, null for none
 */
record Stored(Path before) implements Measurement {
    private static final int LOOKUPS = 2_000;
    private static final int ROUNDS = 3;
    private static final LoadKind LOAD = new LoadKind("2,000 lookups that are kept, 16 callers", 0, 16, 0);
    private static final String TABLES =
            "select sum(pg_total_relation_size(relid)) from (select (pg_partition_tree(each::regclass)).relid"
                    + " from unnest(array['dossier', 'evidence', 'audit']) each) parts";
    private static final double THIRD = 1 / 3.0;

    private record Kept(double bytes, double wal) {}

    @Override
    public List<Target> measure(Stage stage, Meter meter) {
        stage.database().admitEarlier();
        List<Kept> earlier =
                before == null ? List.of() : kept(stage, meter, stage.gateway("stored-before", "native", before));
        // Before any gateway makes dictionaries: those of a day are used by all.
        List<Kept> alone = kept(stage, meter, stage.gateway("stored-alone", "native"));
        List<Kept> together = kept(
                stage,
                meter,
                stage.gateway(
                        "stored",
                        "native",
                        "--vahid.record.dictionaries=true",
                        "--vahid.record.dictionaries-every-ms=1000"));
        List<Target> targets = new ArrayList<>(List.of(
                told("KB stored a lookup", together, Kept::bytes),
                told("KB stored a lookup, without dictionaries", alone, Kept::bytes),
                told("KB of WAL a lookup", together, Kept::wal),
                told("KB of WAL a lookup, without dictionaries", alone, Kept::wal)));
        if (before != null) {
            targets.add(Target.most(
                    "bytes stored a lookup, this version / an earlier one",
                    ratio(together, earlier, Kept::bytes),
                    THIRD));
            targets.add(Target.told(
                    "bytes of WAL a lookup, this version / an earlier one", ratio(together, earlier, Kept::wal)));
        }
        return targets;
    }

    private static List<Kept> kept(Stage stage, Meter meter, Peer peer) {
        JdbcTemplate jdbc = stage.database().jdbc();
        try {
            // The dictionaries are made of the first bodies meanwhile.
            meter.warmUpBriefly(peer);
            List<Kept> rounds = new ArrayList<>();
            for (int round = 1; round <= ROUNDS; round++) {
                stage.database().forget();
                double empty = number(jdbc, TABLES);
                String from = jdbc.queryForObject("select pg_current_wal_insert_lsn()::text", String.class);
                meter.count(peer, peer.name(), LOAD, round, LOOKUPS);
                double lookups = number(jdbc, "select count(*) from dossier");
                rounds.add(new Kept(
                        (number(jdbc, TABLES) - empty) / lookups,
                        number(jdbc, "select pg_current_wal_insert_lsn() - '" + from + "'::pg_lsn") / lookups));
            }
            return rounds;
        } finally {
            peer.process().close();
        }
    }

    private static double number(JdbcTemplate jdbc, String query) {
        return jdbc.queryForObject(query, Double.class);
    }

    private static Target told(String name, List<Kept> rounds, ToDoubleFunction<Kept> figure) {
        double[] kilo = new double[rounds.size()];
        Arrays.fill(kilo, 1024);
        return Target.told(name, Figures.ratio(values(rounds, figure), kilo));
    }

    private static Figures.Ratio ratio(List<Kept> ones, List<Kept> others, ToDoubleFunction<Kept> figure) {
        return Figures.ratio(values(ones, figure), values(others, figure));
    }

    private static double[] values(List<Kept> rounds, ToDoubleFunction<Kept> figure) {
        return rounds.stream().mapToDouble(figure).toArray();
    }
}

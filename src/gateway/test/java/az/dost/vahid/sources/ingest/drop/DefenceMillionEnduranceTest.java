package az.dost.vahid.sources.ingest.drop;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.leak.LeakListener;
import az.dost.vahid.mock.file.LongDrops;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.mock.register.ComputedPopulation;
import az.dost.vahid.process.ChildProcess;
import az.dost.vahid.sources.ingest.DropBench;
import az.dost.vahid.sources.ingest.EnduranceGateway;
import az.dost.vahid.sources.ingest.TestGateway;
import az.dost.vahid.sources.ingest.snapshot.Snapshots;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A million rows through a heap of 256 MiB, by a gateway that is killed five times on the way. */
@Tag("endurance")
class DefenceMillionEnduranceTest {
    private static final int ROWS = Integer.getInteger("endurance.rows", 1_000_000);
    private static final int KILLS = Integer.getInteger("endurance.kills", 5);
    private static final int BEFORE = 500;
    private static final long SEED = Long.getLong("endurance.seed", System.nanoTime());
    private static final LocalDate DAY = LocalDate.of(2026, 1, 4);

    @TempDir
    Path folder;

    @Test
    void losesNothingAndDoublesNothing() throws Exception {
        System.out.println("-Dendurance.seed=" + SEED + " repeats the moments of the kills");
        Random moments = new Random(SEED);
        DropBench bench = new DropBench(folder);
        Population population = new ComputedPopulation(2_000_000);
        Path drops = bench.drops("defence");
        LongDrops.defence(drops, DAY, BEFORE, population, bench.signer("defence"));
        long loading = load(bench, -1, BEFORE);
        try (var source = TestGateway.open(bench.database)) {
            JdbcTemplate database = new JdbcTemplate(source);
            LongDrops.defence(drops, DAY.plusDays(1), ROWS, population, bench.signer("defence"));
            long longest = Math.max(loading, ROWS / 25L);
            for (int kill = 0; kill < KILLS; kill++) {
                load(bench, moments.nextInt((int) longest), ROWS);
                assertThat(standing(database))
                        .as("after a kill all of a file stands")
                        .isIn((long) BEFORE, (long) ROWS);
            }
            System.out.println(ROWS + " rows in " + load(bench, -1, ROWS) + " ms from the start of the gateway\n"
                    + Files.readString(log(bench)));
            assertThat(standing(database)).isEqualTo(ROWS);
            assertThat(database.queryForObject("select count(distinct fin) from drop_row", Long.class))
                    .isEqualTo(ROWS);
            assertThat(database.queryForObject("select count(*) from drop_file where state = 'LOADED'", Long.class))
                    .isEqualTo(2);
            assertThat(database.queryForObject(
                            "select count(*) from pg_class where relname ~ '^drop_row_[0-9]+$'", Long.class))
                    .isOne();
            assertThat(archive(bench))
                    .as("each file that was loaded, whole")
                    .containsAll(database.queryForList(
                            "select b.digest from drop_file f join blob b on b.id = f.blob where f.state = 'LOADED'",
                            String.class));
            assertThat(database.queryForObject("select count(blob) from drop_file where state = 'LOADED'", Long.class))
                    .isEqualTo(2);
            for (int number = 0; number < ROWS; number += 997) {
                assertThat(new Snapshots(database, new Backlog(), TestGateway.check())
                                .find(List.of("defence"), population.fin(number))
                                .get("defence")
                                .row())
                        .isPositive();
            }
        }
        LeakListener.log(log(bench));
        assertThat(Files.list(drops)).isEmpty();
    }

    /**
     * Digests of all that is in the blob store; what a killed gateway has put there and not committed belongs to
     * nobody.
     */
    private static List<String> archive(DropBench bench) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<String> digests = new ArrayList<>();
        for (Path object : Files.walk(bench.data().resolve("blobs"))
                .filter(Files::isRegularFile)
                .toList()) {
            digests.add(HexFormat.of().formatHex(digest.digest(Files.readAllBytes(object))));
        }
        return digests;
    }

    private static long standing(JdbcTemplate database) {
        return database.queryForObject(
                "select count(*) from drop_standing s join drop_row r on r.snapshot = s.snapshot", Long.class);
    }

    /**
     * Runs a gateway until it is killed after so many milliseconds or, where negative, until the rows stand; gives the
     * milliseconds.
     */
    private static long load(DropBench bench, int kill, int rows) throws Exception {
        long start = System.nanoTime();
        try (ChildProcess gateway = gateway(bench);
                var source = TestGateway.open(bench.database)) {
            gateway.start();
            JdbcTemplate database = new JdbcTemplate(source);
            if (kill >= 0) {
                Thread.sleep(kill);
            }
            for (int i = 0;
                    kill < 0
                            && (standing(database) != rows
                                    || Files.list(bench.drops("defence"))
                                            .findAny()
                                            .isPresent());
                    i++) {
                assertThat(gateway.lives())
                        .as("the gateway lives, whose log is " + Files.readString(log(bench)))
                        .isTrue();
                assertThat(i).as("seconds").isLessThan(900);
                Thread.sleep(1000);
            }
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private static Path log(DropBench bench) {
        return bench.folder.resolve("gateway.log");
    }

    private static ChildProcess gateway(DropBench bench) {
        return new ChildProcess(
                log(bench),
                EnduranceGateway.class,
                List.of("-Xmx256m"),
                List.of(
                        bench.database,
                        bench.data().toString(),
                        bench.folder.resolve("keys").toString(),
                        bench.folder.resolve("drops").toString()));
    }
}

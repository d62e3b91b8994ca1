package az.dost.vahid.sources.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.file.LongDrops;
import az.dost.vahid.mock.register.ComputedPopulation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class LostConnectionTest {
    private static final int ROWS = 20_000;
    private static final int TIMES = 5;

    @TempDir
    Path folder;

    @Test
    void aLoadThatLosesTheDatabaseOverAndOverEndsWithEachRowOnce() throws Exception {
        DropBench bench = new DropBench(folder);
        try (TestGateway gateway = bench.gateway();
                var other = TestGateway.open(bench.database)) {
            JdbcTemplate database = new JdbcTemplate(other);
            LongDrops.defence(
                    bench.drops("defence"),
                    LocalDate.of(2026, 1, 4),
                    ROWS,
                    new ComputedPopulation(ROWS * 2),
                    bench.signer("defence"));
            for (int time = 0; time < TIMES; time++) {
                gateway.await(
                        "a load is cut off",
                        Duration.ofSeconds(30),
                        () -> database.queryForObject("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid() and query like 'copy%' and state = 'active'""", Integer.class) > 0);
                assertThat(gateway.snapshots.standing("defence")).isEmpty();
                assertThat(database.queryForObject("select count(*) from drop_file", Integer.class))
                        .isZero();
            }
            DropBench.settle(gateway, bench.drops("defence"));
            assertThat(database.queryForObject("select count(distinct fin) from drop_row", Integer.class))
                    .isEqualTo(ROWS);
            assertThat(database.queryForObject("select count(*) from drop_row", Integer.class))
                    .isEqualTo(ROWS);
            assertThat(gateway.files("defence", "loaded")).isOne();
            assertThat(gateway.files("defence", "quarantined")).isZero();
        }
    }
}

package az.dost.vahid.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a gateway asks of its database while nobody asks anything of it. */
class IdleGatewayTest {
    private static final int SECONDS = 10;
    private static final int MOST_A_SECOND = 8;

    private static long transactions(JdbcTemplate database) {
        return database.queryForObject(
                "select xact_commit + xact_rollback from pg_stat_database where datname = current_database()",
                Long.class);
    }

    /** In the seconds that follow. */
    private static double each(JdbcTemplate database) throws InterruptedException {
        long before = transactions(database);
        long began = System.nanoTime();
        Thread.sleep(TimeUnit.SECONDS.toMillis(SECONDS));
        return (transactions(database) - before) * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - began);
    }

    @Test
    void it_makes_few_transactions(@TempDir Path folder) throws Exception {
        // File drops, which it would share with others here, add four for each look at a folder, every 15 s.
        try (SeparateGateway gateway = new SeparateGateway(folder, RunningVahid.get(), Map.of())) {
            gateway.start();
            JdbcTemplate database = new JdbcTemplate(new DriverManagerDataSource(gateway.database()));
            Awaitility.await("an idle gateway")
                    .atMost(Duration.ofMinutes(2))
                    .pollDelay(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(each(database))
                            .as("transactions a second")
                            .isPositive()
                            .isLessThan(MOST_A_SECOND));
        }
    }
}

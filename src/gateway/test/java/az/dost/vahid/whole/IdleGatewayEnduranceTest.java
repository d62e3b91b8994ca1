package az.dost.vahid.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a gateway asks of its database while nobody asks anything of it. */
@Tag("endurance")
class IdleGatewayEnduranceTest {
    private static final int SECONDS = 30;
    private static final int MOST_A_SECOND = 12;

    private static long transactions(JdbcTemplate database) {
        return database.queryForObject(
                "select xact_commit + xact_rollback from pg_stat_database where datname = current_database()",
                Long.class);
    }

    private static void pass(int seconds) {
        Awaitility.await()
                .pollDelay(Duration.ofSeconds(seconds))
                .atMost(Duration.ofSeconds(seconds + 60))
                .until(() -> true);
    }

    @Test
    void it_makes_few_transactions(@TempDir Path folder) throws Exception {
        try (SeparateGateway gateway = new SeparateGateway(folder, RunningVahid.get(), Map.of())) {
            gateway.start();
            JdbcTemplate database = new JdbcTemplate(new DriverManagerDataSource(gateway.database()));
            pass(10);
            long before = transactions(database);
            pass(SECONDS);
            long each = (transactions(database) - before) / SECONDS;
            System.out.println(each + " transactions a second");
            assertThat(each)
                    .as("file drops, which this gateway does not look for, add four for each look at a folder")
                    .isLessThan(MOST_A_SECOND);
        }
    }
}

package az.dost.vahid.journeys.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.journeys.event.EventGateway;
import az.dost.vahid.process.ChildProcess;
import az.dost.vahid.proof.blob.BlobSweep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * Gateways that are killed in the middle of taking files, each with a disk that is gone afterwards. Every file arrives,
 * and none twice.
 */
@Tag("endurance")
class KilledTakersEnduranceTest {
    private static final int ROUNDS = 6;
    private static final int FILES = 20;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @Test
    void every_file_arrives_once_and_what_was_never_committed_is_taken_away(@TempDir Path folder) throws Exception {
        SeveralTakers takers = new SeveralTakers(folder, Duration.ofMinutes(6));
        Random random = new Random(22);
        for (int round = 0; round < ROUNDS; round++) {
            String name = "gateway-" + round;
            int before = takers.receipts().size();
            int enough = before + 1 + random.nextInt(FILES - 2);
            try (ChildProcess gateway = new ChildProcess(
                    folder.resolve(name + ".log"), EventGateway.class, List.of("-Xmx384m"), takers.settings(name))) {
                gateway.start();
                for (int file = 1; file <= FILES; file++) {
                    takers.send(round * FILES + file);
                }
                Awaitility.await()
                        .atMost(LONGEST)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> takers.receipts().size() >= enough);
            }
            FileSystemUtils.deleteRecursively(folder.resolve(name));
        }
        try (ConfigurableApplicationContext last = takers.gateway("last")) {
            takers.delivered(1, ROUNDS * FILES);
            takers.soon()
                    .until(() -> takers.receipts().size() == ROUNDS * FILES
                            && RunningTransfers.files(takers.out).isEmpty());
            JdbcTemplate jdbc = last.getBean(JdbcTemplate.class);
            assertThat(jdbc.queryForObject("select count(*) from file_transfer where state = 'TAKEN'", Integer.class))
                    .isEqualTo(ROUNDS * FILES);
            takers.soon().until(() -> jdbc.queryForObject("select count(*) from blob", Integer.class) == 0);
            for (Path orphan : takers.stored()) {
                Files.setLastModifiedTime(orphan, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
            }
            last.getBean(BlobSweep.class).sweep();
            assertThat(takers.stored()).isEmpty();
        }
    }
}

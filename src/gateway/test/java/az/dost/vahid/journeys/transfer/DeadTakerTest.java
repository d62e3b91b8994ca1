package az.dost.vahid.journeys.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.proof.blob.GuardedStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/** Whoever took a file may die and lose its disk; while the store is away nobody takes one. */
@Tag("endurance")
class DeadTakerTest {
    private static final int FILES = 8;

    @TempDir
    Path folder;

    private SeveralTakers takers;

    @BeforeEach
    void begin() throws IOException {
        takers = new SeveralTakers(folder, Duration.ofSeconds(60));
    }

    @Test
    void a_file_whose_taker_died_and_lost_its_disk_is_delivered_by_another_gateway() throws IOException {
        Path block = takers.blocked();
        ConfigurableApplicationContext one = takers.gateway("one");
        try (ConfigurableApplicationContext two = takers.gateway("two")) {
            for (int file = 1; file <= FILES; file++) {
                takers.send(file);
            }
            takers.soon()
                    .until(() -> takers.receipts().size() == FILES
                            && RunningTransfers.files(takers.out).isEmpty());
            one.close();
            FileSystemUtils.deleteRecursively(folder.resolve("one"));
            takers.soon().until(() -> takers.stored().size() == FILES);
            Files.delete(block);
            takers.delivered(1, FILES);
            takers.soon()
                    .until(() ->
                            two.getBean(JdbcTemplate.class).queryForObject("select count(*) from blob", Integer.class)
                                    == 0);
            takers.soon().until(() -> takers.stored().isEmpty());
        }
    }

    @Test
    void while_the_store_is_away_files_stay_at_their_source_and_what_an_earlier_version_took_is_delivered_too()
            throws IOException {
        Path block = takers.blocked();
        try (ConfigurableApplicationContext one = takers.gateway("one")) {
            JdbcTemplate jdbc = one.getBean(JdbcTemplate.class);
            GuardedStore store = one.getBean(GuardedStore.class);
            takers.send(1);
            takers.soon().until(() -> takers.receipts().size() == 1);
            Files.move(folder.resolve("blobs"), folder.resolve("away"));
            takers.send(2);
            takers.soon().until(() -> store.health().getStatus().getCode().equals("WARNING"));
            takers.soon()
                    .until(() -> Files.exists(takers.out.resolve("file-2.csv"))
                            && RunningTransfers.files(folder.resolve("one/work/transfers"))
                                    .isEmpty());
            assertThat(jdbc.queryForObject("select count(*) from file_transfer", Integer.class))
                    .isOne();
            assertThat(takers.receipts()).hasSize(1);
            Files.move(folder.resolve("away"), folder.resolve("blobs"));
            takers.soon().until(() -> takers.receipts().size() == 2);
            takers.soon().until(() -> store.health().getStatus().getCode().equals("UP"));
            // As the version before had it: on the taker's disk, and nowhere else.
            UUID old = jdbc.queryForObject("select id from file_transfer where name = 'file-1.csv'", UUID.class);
            jdbc.update("delete from blob where id = ?", old);
            Path kept = Files.createDirectories(folder.resolve("two/transfers")).resolve(old.toString());
            Files.write(kept, "1AAAAAA;1\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
        }
        Files.delete(block);
        try (ConfigurableApplicationContext two = takers.gateway("two")) {
            takers.delivered(1, 2);
            assertThat(RunningTransfers.files(folder.resolve("two/transfers")))
                    .as("in the store now")
                    .isEmpty();
        }
    }
}

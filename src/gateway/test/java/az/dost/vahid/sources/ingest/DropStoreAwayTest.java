package az.dost.vahid.sources.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file that cannot be archived is not loaded, and one that cannot be set aside is not refused: both stay where they
 * were left.
 */
class DropStoreAwayTest {
    private static final String AGENCY = "local-executive";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private static byte[] line(String fin) {
        return ("{\"fin\":\"" + fin + "\",\"ünvan\":{\"rayon\":\"R\",\"şəhər\":\"Ş\",\"küçə\":\"K\"}}\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void what_cannot_be_kept_is_neither_loaded_nor_refused_until_it_can() throws Exception {
        DropBench bench = new DropBench(folder);
        String good = "yih-20260104-001.jsonl";
        String bad = "yih-20260105-001.jsonl";
        Path blobs = bench.data().resolve("blobs");
        try (TestGateway gateway = bench.gateway()) {
            Files.createDirectories(blobs);
            Files.move(blobs, folder.resolve("away"));
            Files.createFile(blobs);
            bench.leave(AGENCY, good, line("1AAAAAA"));
            bench.leave(AGENCY, bad, line("2AAAAAA"), new byte[0]);
            Awaitility.await()
                    .during(Duration.ofMillis(1500))
                    .atMost(PATIENCE)
                    .until(() -> Files.exists(bench.drops(AGENCY).resolve(good))
                            && Files.exists(bench.drops(AGENCY).resolve(bad)));
            assertThat(gateway.database.queryForObject("select count(*) from drop_file", Integer.class))
                    .isZero();
            assertThat(gateway.snapshots.standing(AGENCY)).isEmpty();
            Files.delete(blobs);
            Files.move(folder.resolve("away"), blobs);
            DropBench.settle(gateway, bench.drops(AGENCY));
            gateway.await(
                    "both were dealt with",
                    PATIENCE,
                    () -> gateway.files(AGENCY, "loaded") == 1 && gateway.files(AGENCY, "quarantined") == 1);
            assertThat(gateway.held(AGENCY, "1AAAAAA")).isPresent();
            assertThat(gateway.database.queryForObject(
                            "select count(*) from drop_file join blob on blob.id = drop_file.blob", Integer.class))
                    .isEqualTo(2);
            try (var work = Files.list(bench.data().resolve("work/drops").resolve(AGENCY))) {
                assertThat(work).as("nothing is left on this gateway's disk").isEmpty();
            }
        }
    }
}

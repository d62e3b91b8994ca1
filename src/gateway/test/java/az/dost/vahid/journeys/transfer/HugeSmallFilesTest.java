package az.dost.vahid.journeys.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A partner's own SFTP server gives files that should be small and are not: nothing of them is held in memory. */
@Tag("attack")
class HugeSmallFilesTest {
    private static final long HUGE = 1_200L << 20;
    private final RunningTransfers gateway = RunningTransfers.get();
    private final Path bank = gateway.bank.root.resolve("vahid");

    private static Path huge(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path hidden = file.resolveSibling(".hidden");
        try (RandomAccessFile sparse = new RandomAccessFile(hidden.toFile(), "rw")) {
            sparse.setLength(HUGE);
        }
        return Files.move(hidden, file);
    }

    private static void gone(Path file) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !Files.exists(file));
    }

    @Test
    void an_acknowledgement_of_more_than_a_gigabyte_is_not_read() throws IOException {
        gone(huge(bank.resolve("acks/" + UUID.randomUUID() + ".ack")));
    }

    @Test
    void a_signature_of_more_than_a_gigabyte_is_not_fetched_and_others_are_taken_all_the_same() throws IOException {
        Path file = bank.resolve("out/payments/huge-signature.csv");
        Files.createDirectories(file.getParent());
        Files.write(file, "fin;amount".getBytes(StandardCharsets.UTF_8));
        huge(file.resolveSibling("huge-signature.csv.p7s"));
        try {
            byte[] content = "fin;amount".getBytes(StandardCharsets.UTF_8);
            RunningTransfers.send(
                    file.getParent(), "later.csv", content, RunningTransfers.sign(content, gateway.bankKey));
            gone(file.resolveSibling("later.csv"));
            assertThat(gateway.receipts(bank, "huge-signature.csv")).isEmpty();
        } finally {
            Files.delete(file.resolveSibling("huge-signature.csv.p7s"));
            Files.delete(file);
        }
    }

    @Test
    void whatever_a_partners_server_gives_is_streamed_or_not_fetched_at_all() {
        assertThat(gateway.sources())
                .filteredOn(RemoteFileEndpoint.class::isInstance)
                .isNotEmpty()
                .allSatisfy(endpoint -> {
                    RemoteFileEndpoint<?> remote = (RemoteFileEndpoint<?>) endpoint;
                    assertThat(remote.getConfiguration().isStreamDownload() || !remote.isDownload())
                            .as(remote.getConfiguration().getDirectory())
                            .isTrue();
                });
    }
}

package az.dost.vahid.journeys.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A partner who puts links into its own folder: they lead nowhere, in neither direction. */
@Tag("attack")
class LinkedTransferTest {
    private final RunningTransfers gateway = RunningTransfers.get();

    @Test
    void a_linked_secret_is_refused_and_copied_nowhere() throws Exception {
        Path secret = gateway.folder.resolve("keys/record.key");
        byte[] content = Files.exists(secret) ? Files.readAllBytes(secret) : "secret".getBytes(StandardCharsets.UTF_8);
        Path source = Files.write(gateway.folder.resolve("secret.key"), content);
        Path payroll = Files.createDirectories(gateway.tax.resolve("out/payroll"));
        Files.createSymbolicLink(payroll.resolve("linked.csv"), source);
        Files.write(payroll.resolve("linked.csv.p7s"), RunningTransfers.sign(content, gateway.taxKey));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> gateway.database()
                                .queryForObject(
                                        "select count(*) from file_transfer where sender = 'tax' and reason = 'NAME_REFUSED' and name is null",
                                        Integer.class)
                        > 0);
        assertThat(gateway.database()
                        .queryForObject("select count(*) from file_transfer where name like 'linked%'", Integer.class))
                .isZero();
        assertThat(source).exists();
        Files.delete(payroll.resolve("linked.csv"));
        Files.delete(payroll.resolve("linked.csv.p7s"));
    }

    @Test
    void a_linked_folder_gives_nobody_grants() throws Exception {
        Path requesters = gateway.folder.resolve("requesters");
        long before = RunningTransfers.files(requesters).size();
        Path receipts = gateway.tax.resolve("receipts");
        Path aside = gateway.tax.resolve("receipts-aside");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> gateway.waiting("tax") == 0);
        boolean had = Files.isDirectory(receipts);
        if (had) {
            Files.move(receipts, aside);
        }
        Files.createSymbolicLink(receipts, requesters);
        try {
            byte[] content = "for a receipt".getBytes(StandardCharsets.UTF_8);
            RunningTransfers.send(
                    gateway.tax.resolve("out/payroll"),
                    "for-a-receipt.csv",
                    content,
                    RunningTransfers.sign(content, gateway.taxKey));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> gateway.database()
                                    .queryForObject(
                                            "select coalesce(max(attempts), 0) from file_delivery"
                                                    + " where partner = 'tax' and delivered_at is null",
                                            Integer.class)
                            > 1);
            assertThat(RunningTransfers.files(requesters)).hasSize((int) before);
        } finally {
            Files.delete(receipts);
            if (had) {
                Files.move(aside, receipts);
            }
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> gateway.receipts(gateway.tax, "for-a-receipt.csv").size() == 1);
    }
}

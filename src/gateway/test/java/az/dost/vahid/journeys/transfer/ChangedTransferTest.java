package az.dost.vahid.journeys.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever may write to the database puts nothing into a partner's folder. */
@Tag("attack")
class ChangedTransferTest {
    private final RunningTransfers gateway = RunningTransfers.get();

    @Test
    void what_nobody_here_wrote_down_is_delivered_nowhere() {
        byte[] content = "fin;amount".getBytes(StandardCharsets.UTF_8);
        RunningTransfers.send(
                gateway.tax.resolve("out/payroll"),
                "sealed.csv",
                content,
                RunningTransfers.sign(content, gateway.taxKey));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> gateway.receipts(gateway.tax, "sealed.csv").size() == 1);
        gateway.database()
                .update(
                        "insert into file_delivery (transfer, partner, target, content, mac) select id, 'tax', 'receipts/forged.jws', '\\x41', '\\x41'::bytea"
                                + " from file_transfer where name = 'sealed.csv'");
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> gateway.database()
                            .queryForObject(
                                    "select attempts > 0 and due_at > now() + interval '1 minute' or delivered_at is not null from file_delivery"
                                            + " where target = 'receipts/forged.jws'",
                                    Boolean.class));
            assertThat(gateway.database()
                            .queryForObject(
                                    "select delivered_at is null from file_delivery where target = 'receipts/forged.jws'",
                                    Boolean.class))
                    .isTrue();
            Path forged = gateway.tax.resolve("receipts/forged.jws");
            assertThat(Files.exists(forged)).isFalse();
            assertThat(gateway.changed().health().getDetails().toString()).contains("file_delivery");
        } finally {
            gateway.database().update("delete from file_delivery where target = 'receipts/forged.jws'");
        }
    }
}

package az.dost.vahid.journeys.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.proof.blob.WorkDisk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is still exchanged with a partner once something was taken from it: nothing, in neither direction, and not the
 * rest of a file.
 */
@Tag("attack")
class RevokedTransferTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private final RunningTransfers gateway = RunningTransfers.get();
    private final Path payroll = gateway.tax.resolve("out/payroll");

    /** Puts another text in the place of a file; without one the file goes. */
    private static void replace(Path file, String text) throws IOException {
        if (text == null) {
            Files.delete(file);
        } else {
            Files.move(
                    Files.writeString(file.resolveSibling(".whole"), text), file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void send(String name) {
        byte[] content = name.getBytes(StandardCharsets.UTF_8);
        RunningTransfers.send(payroll, name, content, RunningTransfers.sign(content, gateway.taxKey));
    }

    @ParameterizedTest(name = "{0}: {1} for {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "requesters/tax.yaml, -, -",
                "requesters/tax.yaml, send:payroll, send:other",
                "requesters/tax.yaml, name:, oops:",
                "partners/tax.yaml, -, -",
                "partners/tax.yaml, legalBasis, oops"
            })
    void a_sender_sends_nothing_more(String place, String word, String other) throws Exception {
        String name = "revoked-" + Math.abs((place + word).hashCode()) + ".csv";
        Path file = gateway.folder.resolve(place);
        String text = Files.readString(file);
        try {
            replace(file, word == null ? null : text.replace(word, other));
            Awaitility.await().atMost(AT_ONCE).until(() -> !gateway.partners().sends("tax", "payroll"));
            send(name);
            Awaitility.await()
                    .during(Duration.ofMillis(1500))
                    .until(() -> Files.exists(payroll.resolve(name))
                            && gateway.receipts(gateway.tax, name).isEmpty());
        } finally {
            replace(file, text);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> gateway.receipts(gateway.tax, name).size() == 1);
    }

    @ParameterizedTest(name = "{0}: {1} for {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "requesters/bank.yaml, -, -",
                "partners/bank.yaml, -, -",
                "partners/bank.yaml, 'payroll: [tax]', 'payroll: [clinic]'",
                "requesters/tax.yaml, send:payroll, send:other"
            })
    void a_receiver_gets_nothing_more_of_what_was_taken_before(String place, String word, String other)
            throws Exception {
        String name = "kept-" + Math.abs((place + word).hashCode()) + ".csv";
        Path bankIn = gateway.bank.root.resolve("vahid/in/payroll");
        Path file = gateway.folder.resolve(place);
        String text = Files.readString(file);
        gateway.bank.away(true);
        try {
            send(name);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> gateway.receipts(gateway.tax, name).size() == 1);
            replace(file, word == null ? null : text.replace(word, other));
            Awaitility.await().atMost(AT_ONCE).until(() -> !gateway.partners().takes("bank", "payroll", "tax"));
            gateway.bank.away(false);
            Awaitility.await()
                    .during(Duration.ofMillis(1500))
                    .until(() -> RunningTransfers.files(bankIn).stream()
                            .noneMatch(one -> one.toString().contains(name)));
        } finally {
            gateway.bank.away(false);
            replace(file, text);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> RunningTransfers.files(bankIn).stream()
                                .filter(one -> one.toString().contains(name))
                                .count()
                        == 2);
    }

    @Test
    void a_file_ends_where_its_grant_does(@TempDir Path folder) {
        AtomicInteger blocks = new AtomicInteger();
        FileStore store = new FileStore(new WorkDisk(folder), null, 1 << 24);
        GrantedContent content =
                new GrantedContent(new ByteArrayInputStream(new byte[1 << 20]), () -> blocks.incrementAndGet() < 4);
        assertThatThrownBy(() -> store.fetch(content, "tax", "payroll", "half.csv"))
                .isInstanceOf(IOException.class);
        assertThat(RunningTransfers.files(folder.resolve("transfers")))
                .as("of half a file nothing is left")
                .isEmpty();
    }
}

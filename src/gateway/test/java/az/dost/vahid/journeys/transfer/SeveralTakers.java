package az.dost.vahid.journeys.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.journeys.event.EventGateway;
import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.sources.ingest.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gateways with disks of their own that share a database, a blob store and the partners' folders; tax sends files to
 * the bank.
 */
final class SeveralTakers {
    final Path folder;
    final String database = TestDatabase.create();
    /** Where tax leaves its files. */
    final Path out;

    private final Path bank;
    private final Credential tax;
    private final Duration patience;

    /** @param patience how long a file may take; a delivery of a gateway that was killed is due again after minutes */
    SeveralTakers(Path folder, Duration patience) throws IOException {
        this.folder = folder;
        this.patience = patience;
        EventGateway.prepare(folder);
        EventGateway.requester(folder, "tax", "grants: [send:payroll]");
        EventGateway.requester(folder, "bank", "grants: [send:payments]");
        Files.createDirectories(folder.resolve("partners"));
        Files.writeString(folder.resolve("partners/tax.yaml"), "id: tax\nlegalBasis: Test\nfolder: tax\n");
        Files.writeString(
                folder.resolve("partners/bank.yaml"),
                "id: bank\nlegalBasis: Test\nfolder: bank\ntakes: {payroll: [tax]}\n");
        tax = new DemoKeys(folder.resolve("keys"), new Faults()).agency("tax", "EC");
        out = Files.createDirectories(folder.resolve("shared/tax/out/payroll"));
        bank = Files.createDirectories(folder.resolve("shared/bank"));
    }

    List<String> settings(String name) throws IOException {
        Files.createDirectories(folder.resolve(name));
        List<String> settings = new ArrayList<>(EventGateway.settings(folder, database));
        settings.removeIf(each -> each.startsWith("--vahid.data="));
        settings.addAll(List.of(
                "--vahid.data=" + folder.resolve(name),
                "--vahid.blobs=" + folder.resolve("blobs"),
                "--vahid.transfers.partners=file:" + folder.resolve("partners"),
                "--vahid.transfers.folders=" + folder.resolve("shared"),
                "--vahid.transfers.every-ms=100",
                "--vahid.events.retry.files.first-ms=100",
                "--vahid.events.retry.files.longest-ms=500",
                "--vahid.blob-store.look-every-ms=200",
                "--camel.main.routes-include-pattern=classpath:routes/transfers.camel.yaml,"
                        + "classpath:routes/blobs.camel.yaml"));
        return settings;
    }

    /** In this process. */
    ConfigurableApplicationContext gateway(String name) throws IOException {
        return EventGateway.run(settings(name).toArray(String[]::new));
    }

    ConditionFactory soon() {
        return Awaitility.await().atMost(patience);
    }

    private static byte[] content(int file) {
        return ("1AAAAAA;" + file + "\n").repeat(1000).getBytes(StandardCharsets.UTF_8);
    }

    void send(int file) {
        RunningTransfers.send(out, "file-" + file + ".csv", content(file), RunningTransfers.sign(content(file), tax));
    }

    List<Path> receipts() {
        return RunningTransfers.files(folder.resolve("shared/tax/receipts"));
    }

    /** Nobody can write files for the bank until this is taken away. */
    Path blocked() throws IOException {
        return Files.createFile(bank.resolve("in"));
    }

    /** Once each, whole, with its signature. */
    void delivered(int first, int last) throws IOException {
        for (int file = first; file <= last; file++) {
            String end = "-file-" + file + ".csv";
            soon().until(() -> got(end).size() == 1 && got(end + ".p7s").size() == 1);
            assertThat(Files.readAllBytes(got(end).get(0))).isEqualTo(content(file));
        }
    }

    private List<Path> got(String end) {
        return RunningTransfers.files(bank.resolve("in/payroll")).stream()
                .filter(each -> each.toString().endsWith(end))
                .toList();
    }

    /** What lies in the blob store. */
    List<Path> stored() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("blobs/exchange"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}

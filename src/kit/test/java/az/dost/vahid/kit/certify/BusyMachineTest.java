package az.dost.vahid.kit.certify;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.Kit;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.rehearsal.PlayedGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A certificate tells a busy machine from a bad agency, and names the field that a mapping cannot use. */
class BusyMachineTest {
    private static final LoadRun SHORT = new LoadRun(2, 1, 0);

    @TempDir
    private Path desk;

    private CheckedFolder notary(String from, String to) throws IOException {
        Path folder = desk.resolve("connectors/notary");
        FileSystemUtils.copyRecursively(Path.of("connectors/notary"), folder);
        Path descriptor = folder.resolve("connector.yaml");
        Files.writeString(descriptor, Files.readString(descriptor).replace("absence:", "timeoutMs: 1500\nabsence:"));
        Path mapping = folder.resolve("mapping.jslt");
        assertThat(Files.readString(mapping)).contains(from);
        Files.writeString(mapping, Files.readString(mapping).replace(from, to));
        return Kit.check().read(folder);
    }

    private Stand stand(CheckedFolder folder) throws Exception {
        PlayedGateway.keys(desk.resolve("gateway.p12"));
        CryptoProvider crypto = new CryptoProvider(true);
        return new Stand(folder, new GatewayKeys(desk.resolve("gateway.p12"), new char[0], crypto), crypto);
    }

    private static Line line(List<Line> lines, String id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void work_on_a_machine_that_has_too_much_to_do_takes_longer_than_it_should() throws InterruptedException {
        List<Thread> others = new ArrayList<>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors() * 4; i++) {
            Thread other = new Thread(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
            });
            other.setDaemon(true);
            other.start();
            others.add(other);
        }
        try {
            assertThat(Machine.slowness()).isGreaterThan(Machine.BUSY);
        } finally {
            others.forEach(Thread::interrupt);
        }
        for (Thread other : others) {
            other.join();
        }
    }

    @Test
    void no_answer_in_time_on_a_busy_machine_says_nothing_of_the_agency() throws Exception {
        CheckedFolder folder = notary("", "");
        try (Stand stand = stand(folder)) {
            stand.server.delay(2_000);
            List<Line> lines = new Conformance(stand, Rehearsal.samples(folder), () -> 3.0).run(SHORT);
            assertThat(line(lines, "sample-1").outcome()).isEqualTo(Outcome.BUSY);
            assertThat(line(lines, "sample-1").found())
                    .contains("TIMED_OUT", "the machine is busy, work takes 3.0 times as long");
            Certificate certificate = new Certificate("notary", "1", "1", Instant.EPOCH, lines);
            assertThat(certificate.passed()).isFalse();
            assertThat(certificate.json().path("busy").asLong()).isPositive();
            assertThat(certificate.json().path("failed").asLong()).isZero();
            assertThat(CertificatePage.of(certificate)).contains("the machine was too busy to tell");
        }
    }

    @Test
    void no_answer_in_time_on_an_idle_machine_is_a_failure() throws Exception {
        CheckedFolder folder = notary("", "");
        try (Stand stand = stand(folder)) {
            stand.server.delay(2_000);
            List<Line> lines = new Conformance(stand, Rehearsal.samples(folder), () -> 1.0).run(SHORT);
            assertThat(line(lines, "sample-1").outcome()).isEqualTo(Outcome.FAILED);
            assertThat(line(lines, "sample-1").found()).startsWith("TIMED_OUT NO_ANSWER_IN_TIME");
        }
    }

    @Test
    void a_line_is_tried_again_when_the_machine_was_busy_and_counts_as_it_then_went() throws Exception {
        CheckedFolder folder = notary("", "");
        try (Stand stand = stand(folder)) {
            stand.server.delay(2_000);
            DoubleSupplier busyOnce = () -> {
                stand.server.delay(0);
                return 3.0;
            };
            List<Line> lines = new Conformance(stand, Rehearsal.samples(folder), busyOnce).run(SHORT);
            assertThat(line(lines, "sample-1").outcome()).isEqualTo(Outcome.PASSED);
        }
    }

    @Test
    void what_a_mapping_cannot_use_is_named_by_its_field_and_no_value_is_told() throws Exception {
        CheckedFolder folder = notary(
                "let fin = .melumat.fin",
                "let fin = if (.melumat.fin == \"5ZZ5ZZ5\") error(.melumat.fin) else .melumat.fin");
        try (Stand stand = stand(folder)) {
            List<Line> lines = new Conformance(stand, Rehearsal.samples(folder), () -> 1.0).run(SHORT);
            assertThat(line(lines, "any-citizen").outcome()).isEqualTo(Outcome.FAILED);
            assertThat(line(lines, "any-citizen").found())
                    .startsWith("REJECTED UNMAPPABLE: ")
                    .contains("(mapping.jslt, line ", ", by /melumat/fin")
                    .doesNotContain("5ZZ5ZZ5");
        }
    }

    @Test
    void a_fault_that_a_mapping_believes_is_named_by_what_it_could_not_convert() throws Exception {
        CheckedFolder folder = notary("date(.acilma, \"yyyyMMdd\")", "date(.acilma, \"dd.MM.yyyy\")");
        try (Stand stand = stand(folder)) {
            List<Line> lines = new Conformance(stand, Rehearsal.samples(folder), () -> 1.0).run(SHORT);
            assertThat(lines)
                    .filteredOn(line -> line.id().startsWith("sample-") && line.outcome() == Outcome.FAILED)
                    .anySatisfy(line -> assertThat(line.found()).contains("/inheritance/0/openedOn NOT_A_DATE"));
        }
    }
}

package az.dost.vahid.sources.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.mock.file.LongDrops;
import az.dost.vahid.mock.register.ComputedPopulation;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reading and proving in one thread, mapping and copying in another: a fault of either leaves nothing, no row and no
 * thread.
 */
class TwoStagesTest {
    private static final int ROWS = 20_000;
    private static final String FILE = "HERBI_UCOT_20260104_001.zip";

    @TempDir
    Path folder;

    private Reason refusal(UnaryOperator<String> change) throws Exception {
        DropBench bench = new DropBench(folder);
        Path made = LongDrops.defence(
                Files.createDirectories(folder.resolve("made")),
                LocalDate.of(2026, 1, 4),
                ROWS,
                new ComputedPopulation(ROWS * 2),
                bench.signer("defence"));
        try (var zip = new ZipInputStream(Files.newInputStream(made));
                TestGateway gateway = bench.gateway()) {
            zip.getNextEntry();
            String document = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            bench.leave(
                    "defence", FILE, TestSignatures.zip(change.apply(document).getBytes(StandardCharsets.UTF_8)), null);
            DropBench.settle(gateway, bench.drops("defence"));
            assertThat(gateway.snapshots.standing("defence")).isEmpty();
            assertThat(gateway.database.queryForObject(
                            "select count(*) from pg_class where relname ~ '^drop_row_[0-9]+$'", Long.class))
                    .isZero();
            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().equals("drop-reader-defence"));
        }
        return Reason.valueOf(new ObjectMapper()
                .readTree(bench.report("defence", FILE))
                .get("reason")
                .asText());
    }

    @Test
    void aProofThatFailsAfterManyRowsLeavesNothing() throws Exception {
        assertThat(refusal(document ->
                        document.replaceFirst("</Herbci>(\\s*)</Qeydler>", "<Xidmet/></Herbci>$1</Qeydler>")))
                .isEqualTo(Reason.SIGNATURE_INVALID);
    }

    @Test
    void rowsThatDoNotMapEndTheReadingOfThoseAfterThem() throws Exception {
        assertThat(refusal(document -> document.replace("<FIN>", "<FIN>?"))).isEqualTo(Reason.UNMAPPABLE);
    }

    @Test
    void aDocumentThatBreaksOffAfterManyRowsLeavesNothing() throws Exception {
        assertThat(refusal(document -> document.substring(0, document.lastIndexOf("</Herbci>"))))
                .isEqualTo(Reason.MALFORMED);
    }
}

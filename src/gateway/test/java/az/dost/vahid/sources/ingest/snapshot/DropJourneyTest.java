package az.dost.vahid.sources.ingest.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.sources.ingest.DropBench;
import az.dost.vahid.sources.ingest.TestGateway;
import az.dost.vahid.sources.ingest.TestSignatures;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of one agency as they come over days: whole files, changes, late ones, repeated ones, bad ones. */
class DropJourneyTest {
    private static final String AGENCY = "displaced-persons";
    private static final String HEADER =
            "EMELIYYAT;FIN;VESIQE_NO;DIDERGIN_DUSDUYU_RAYON;MESKUNLASDIGI_YER;QEYDIYYAT_TARIXI;AILE_UZVLERI\r\n";

    @TempDir
    Path folder;

    private DropBench bench;
    private TestGateway gateway;

    @BeforeEach
    void start() throws Exception {
        bench = new DropBench(folder);
        gateway = bench.gateway();
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
    }

    private static String row(char operation, String fin, String settlement) {
        return operation == 'S'
                ? "S;" + fin + ";;;;;\r\n"
                : operation + ";" + fin + ";V-1;ŞUŞA;" + settlement + ";01/02/1994;4\r\n";
    }

    private void leave(String name, String... rows) throws Exception {
        bench.leave(AGENCY, name, ("\uFEFF" + HEADER + String.join("", rows)).getBytes(StandardCharsets.UTF_8));
    }

    private void settle() throws Exception {
        DropBench.settle(gateway, bench.drops(AGENCY));
    }

    private String settlement(String fin) {
        return gateway.held(AGENCY, fin)
                .map(held -> held.facts().at("/displacedStatus/settlement").asText())
                .orElse(null);
    }

    @Test
    void aFullFileStandsWithItsProvenance() throws Exception {
        leave("mqd_full_20260104_001.csv", row('E', "1AAAAAA", "Bakı"), row('E', "2AAAAAA", "Gəncə"));
        settle();
        SnapshotRecord held = gateway.held(AGENCY, "2AAAAAA").orElseThrow();
        assertThat(held.row()).isEqualTo(2);
        assertThat(held.asOf()).isEqualTo(Instant.parse("2026-01-03T20:00:00Z"));
        assertThat(held.signer()).contains("CN=displaced-persons");
        assertThat(held.facts().at("/displacedStatus/displacedFrom").asText()).isEqualTo("Şuşa");
        assertThat(archived(held.fileName())).startsWith("\uFEFF" + HEADER).contains("2AAAAAA");
        assertThat(gateway.held(AGENCY, "3AAAAAA")).isEmpty();
        assertThat(gateway.snapshots.standing(AGENCY).orElseThrow().rows()).isEqualTo(2);
        gateway.await("all is settled", java.time.Duration.ofSeconds(10), () -> gateway.snapshots.settled(AGENCY));
    }

    @Test
    void changesAddCorrectAndDeleteInTheOrderOfTheirNames() throws Exception {
        leave("mqd_delta_20260106_001.csv", row('S', "1AAAAAA", ""), row('E', "3AAAAAA", "Quba"));
        leave("mqd_delta_20260105_001.csv", row('D', "1AAAAAA", "Sumqayıt"), row('D', "2AAAAAA", "Şəki"));
        leave("mqd_full_20260104_001.csv", row('E', "1AAAAAA", "Bakı"), row('E', "2AAAAAA", "Gəncə"));
        settle();
        assertThat(settlement("1AAAAAA")).isNull();
        assertThat(settlement("2AAAAAA")).isEqualTo("Şəki");
        assertThat(settlement("3AAAAAA")).isEqualTo("Quba");
        SnapshotRecord held = gateway.held(AGENCY, "2AAAAAA").orElseThrow();
        assertThat(held.fileName()).isEqualTo("mqd_delta_20260105_001.csv");
        assertThat(held.asOf()).isEqualTo(held.newest()).isEqualTo(Instant.parse("2026-01-05T20:00:00Z"));
    }

    @Test
    void lateChangesNeitherUndoNewerOnesNorBringDeletedRowsBack() throws Exception {
        leave(
                "mqd_full_20260104_001.csv",
                row('E', "1AAAAAA", "Bakı"),
                row('E', "2AAAAAA", "Gəncə"),
                row('E', "3AAAAAA", "Quba"));
        settle();
        leave("mqd_delta_20260107_001.csv", row('S', "1AAAAAA", ""), row('D', "2AAAAAA", "Şəki"));
        settle();
        leave(
                "mqd_delta_20260106_001.csv",
                row('D', "1AAAAAA", "Lerik"),
                row('D', "2AAAAAA", "Lerik"),
                row('D', "3AAAAAA", "Lerik"));
        settle();
        assertThat(settlement("1AAAAAA")).isNull();
        assertThat(settlement("2AAAAAA")).isEqualTo("Şəki");
        assertThat(settlement("3AAAAAA")).isEqualTo("Lerik");
        assertThat(gateway.snapshots.standing(AGENCY).orElseThrow().fileName()).isEqualTo("mqd_delta_20260107_001.csv");
    }

    @Test
    void aFullFileThatComesLateKeepsTheChangesOfLaterDays() throws Exception {
        leave(
                "mqd_full_20260104_001.csv",
                row('E', "1AAAAAA", "Bakı"),
                row('E', "2AAAAAA", "Gəncə"),
                row('E', "3AAAAAA", "Quba"));
        settle();
        leave("mqd_delta_20260112_001.csv", row('S', "1AAAAAA", ""), row('E', "4AAAAAA", "Astara"));
        settle();
        leave("mqd_full_20260111_001.csv", row('E', "1AAAAAA", "Bakı"), row('E', "2AAAAAA", "Şəki"));
        settle();
        assertThat(settlement("1AAAAAA")).isNull();
        assertThat(settlement("2AAAAAA")).isEqualTo("Şəki");
        assertThat(settlement("3AAAAAA")).isNull();
        assertThat(settlement("4AAAAAA")).isEqualTo("Astara");
    }

    @Test
    void anOlderFullFileIsPutBy() throws Exception {
        leave("mqd_full_20260111_001.csv", row('E', "1AAAAAA", "Bakı"));
        settle();
        leave("mqd_full_20260104_001.csv", row('E', "2AAAAAA", "Gəncə"));
        settle();
        assertThat(settlement("1AAAAAA")).isEqualTo("Bakı");
        assertThat(settlement("2AAAAAA")).isNull();
        assertThat(gateway.files(AGENCY, "late")).isOne();
    }

    @Test
    void aCorrectedFileOfTheSameNameReplacesTheFirstAndARepeatedOneChangesNothing() throws Exception {
        leave("mqd_full_20260104_001.csv", row('E', "1AAAAAA", "Bakı"));
        settle();
        leave("mqd_full_20260104_001.csv", row('E', "1AAAAAA", "Gəncə"));
        settle();
        assertThat(settlement("1AAAAAA")).isEqualTo("Gəncə");
        leave("mqd_full_20260104_001.csv", row('E', "1AAAAAA", "Bakı"));
        settle();
        assertThat(settlement("1AAAAAA")).isEqualTo("Gəncə");
        assertThat(gateway.files(AGENCY, "repeated")).isOne();
        assertThat(gateway.database.queryForObject(
                        "select count(*) from pg_inherits where inhparent = 'drop_row'::regclass", Integer.class))
                .as("old snapshots are dropped")
                .isOne();
    }

    @Test
    void anEarlierFileUnderANewNameIsAReplay() throws Exception {
        byte[] content = (HEADER + row('E', "1AAAAAA", "Bakı")).getBytes(StandardCharsets.UTF_8);
        byte[] signature = TestSignatures.cms(content, bench.signer(AGENCY));
        bench.leave(AGENCY, "mqd_full_20260104_001.csv", content, signature);
        settle();
        leave("mqd_full_20260105_001.csv", row('E', "1AAAAAA", "Gəncə"));
        settle();
        bench.leave(AGENCY, "mqd_full_20260106_001.csv", content, signature);
        settle();
        assertThat(settlement("1AAAAAA")).isEqualTo("Gəncə");
        assertThat(report("mqd_full_20260106_001.csv").get("reason").asText()).isEqualTo(Reason.TOO_OLD.name());
    }

    @Test
    void changesWaitForAFullFile() throws Exception {
        leave("mqd_delta_20260105_001.csv", row('E', "1AAAAAA", "Bakı"));
        Thread.sleep(1500);
        assertThat(bench.drops(AGENCY).resolve("mqd_delta_20260105_001.csv")).exists();
        assertThat(gateway.snapshots.settled(AGENCY)).isFalse();
        leave("mqd_full_20260104_001.csv", row('E', "2AAAAAA", "Gəncə"));
        settle();
        assertThat(settlement("1AAAAAA")).isEqualTo("Bakı");
    }

    @Test
    void theReportOfABadFileNamesRowColumnAndReasonOfEachRowAndTheLastGoodSnapshotStays() throws Exception {
        leave("mqd_full_20260104_001.csv", row('E', "1AAAAAA", "Bakı"));
        settle();
        leave(
                "mqd_full_20260105_001.csv",
                row('E', "1AAAAAA", "Gəncə"),
                row('E', "2AAAAAO", "Bakı"),
                row('E', "3AAAAAA", "Bakı").replace("01/02/1994", "31/02/1994"),
                row('X', "4AAAAAA", "Bakı"));
        settle();
        assertThat(settlement("1AAAAAA")).isEqualTo("Bakı");
        JsonNode findings = report("mqd_full_20260105_001.csv").get("findings");
        assertThat(findings)
                .extracting(each ->
                        each.get("row").asInt() + " " + each.path("column").asText())
                .containsExactly("2 FIN", "3 QEYDIYYAT_TARIXI", "4 EMELIYYAT");
        assertThat(findings)
                .allSatisfy(each -> assertThat(each.get("reason").asText()).isNotBlank());
        assertThat(bench.report(AGENCY, "mqd_full_20260105_001.csv")).doesNotContain("AAAA");
        assertThat(gateway.database.queryForObject(
                        "select count(*) from drop_file where state = 'LOADED'", Integer.class))
                .isOne();
    }

    @Test
    void aFileThatWasRefusedIsTakenOnceItIsLeftAgainAndGood() throws Exception {
        byte[] content = (HEADER + row('E', "1AAAAAA", "Bakı")).getBytes(StandardCharsets.UTF_8);
        bench.leave(AGENCY, "mqd_full_20260104_001.csv", content, new byte[0]);
        settle();
        assertThat(report("mqd_full_20260104_001.csv").get("reason").asText())
                .isEqualTo(Reason.SIGNATURE_MISSING.name());
        bench.leave(AGENCY, "mqd_full_20260104_001.csv", content);
        settle();
        assertThat(settlement("1AAAAAA")).isEqualTo("Bakı");
    }

    private JsonNode report(String name) throws Exception {
        return new ObjectMapper().readTree(bench.report(AGENCY, name));
    }

    /** The file as it was left, out of the blob store. */
    private String archived(String name) throws Exception {
        UUID blob = gateway.database.queryForObject(
                "select blob from drop_file where name = ? and beside is not null", UUID.class, name);
        try (InputStream content = gateway.blobs.open(blob)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

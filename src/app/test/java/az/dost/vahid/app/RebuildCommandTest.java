package az.dost.vahid.app;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.calendar.AwkwardDays;
import az.dost.vahid.edge.start.GatewaySettings;
import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.proof.record.TestRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.sources.ingest.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command with which an operator has a month counted again, with a gateway's settings and without a gateway. */
class RebuildCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    private int run(List<String> settings, String month) {
        List<String> all = new ArrayList<>(List.of("report", "rebuild", "--month", month));
        all.addAll(settings);
        PrintWriter written = new PrintWriter(out);
        return CommandLineEntry.commandLine(gateway -> 9)
                .setOut(written)
                .setErr(written)
                .execute(all.toArray(String[]::new));
    }

    @Test
    void it_counts_again_from_the_chain_and_says_what_differed() throws Exception {
        String url = TestDatabase.create();
        List<String> settings = new GatewaySettings(folder, url, "tcp://localhost:1")
                .with("vahid.database.durable", "false")
                .arguments();
        try (HikariDataSource database = RecordDatabase.open(url);
                TestRecord record = new TestRecord(database, folder.resolve("keys"))) {
            UUID refusal = RecordId.at(AwkwardDays.NEW_YEAR.toEpochMilli());
            record.record.keepRefusal(
                    refusal, "dost-centre-1", "a.quliyeva", "CASE/1", "ccu-car", "NOT_GRANTED", null, false);
            record.jdbc.update("update report_cursor set sequence = 1");
            String month = "2024-01";
            assertThat(run(settings, month)).as(out.toString()).isZero();
            assertThat(out.toString())
                    .contains(
                            month
                                    + " was counted again, from 1 entries of the audit chain. 1 figures were not what they are now.");
            assertThat(record.jdbc.queryForObject(
                            "select n from report_tally where measure = 'REFUSAL' and a = 'NOT_GRANTED'", Long.class))
                    .isEqualTo(1);
            assertThat(run(settings, month)).isZero();
            assertThat(out.toString()).contains("Its figures are what they were.");
            record.keep(RecordId.at(AwkwardDays.NEW_YEAR.plusSeconds(1).toEpochMilli()));
            record.jdbc.update("update report_cursor set sequence = 2");
            record.jdbc.update("update dossier set content = null");
            assertThat(run(settings, month)).isEqualTo(1);
            assertThat(out.toString())
                    .contains("Nothing was changed: 1 of the dossiers of " + month + " are not kept any more");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-13", "2026-10-01", "october"})
    void what_is_no_month_is_refused(String month) {
        assertThat(run(List.of(), month)).isEqualTo(2);
        assertThat(out.toString()).contains("--month");
    }
}

package az.dost.vahid.app;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.edge.start.GatewaySettings;
import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.proof.record.TestRecord;
import az.dost.vahid.sources.ingest.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command with which an operator says that the database was restored, with a gateway's settings and without a
 * gateway.
 */
class RestoredCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    private int run(List<String> settings, String... arguments) {
        List<String> all = new ArrayList<>(List.of("record", "restored"));
        all.addAll(List.of(arguments));
        all.addAll(settings);
        PrintWriter written = new PrintWriter(out);
        return CommandLineEntry.commandLine(gateway -> 9)
                .setOut(written)
                .setErr(written)
                .execute(all.toArray(String[]::new));
    }

    @Test
    void it_writes_the_entry_and_a_root_over_it_and_anchors_that() throws Exception {
        String url = TestDatabase.create();
        List<String> settings = new GatewaySettings(folder, url, "tcp://localhost:1")
                .with("vahid.database.durable", "false")
                .arguments();
        try (HikariDataSource database = RecordDatabase.open(url);
                TestRecord record = new TestRecord(database, folder.resolve("keys"))) {
            record.keep();
            assertThat(run(settings, "--by", "a.operator", "--because", "A disk failed"))
                    .as(out.toString())
                    .isZero();
            assertThat(out.toString()).contains("The record goes on", "said by a.operator: A disk failed");
            assertThat(record.jdbc.queryForList("select entry ->> 'kind' from audit order by sequence", String.class))
                    .containsExactly("DOSSIER", "RESTORED");
            assertThat(folder.resolve("anchors/root-000000000001.jws")).exists();
            assertThat(record.check(database).noted())
                    .anySatisfy(line -> assertThat(line).contains("A disk failed"));
        }
    }

    @Test
    void without_settings_it_says_what_is_missing_and_writes_nothing() {
        assertThat(run(List.of("--spring.datasource.url="), "--by", "a.operator", "--because", "A disk failed"))
                .isEqualTo(1);
    }

    @Test
    void nobody_says_nothing() {
        assertThat(run(List.of(), "--by", "a.operator")).isEqualTo(2);
        assertThat(run(List.of(), "--by", " ", "--because", "A disk failed")).isEqualTo(2);
        assertThat(run(List.of(), "--by", "a.operator", "--because", "x".repeat(501)))
                .isEqualTo(2);
    }
}

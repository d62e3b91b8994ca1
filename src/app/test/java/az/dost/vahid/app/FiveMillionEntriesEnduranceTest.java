package az.dost.vahid.app;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.process.ChildProcess;
import az.dost.vahid.proof.record.LongChain;
import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.proof.record.TestRecord;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two weeks of four lookups a second, in a small heap. */
@Tag("endurance")
class FiveMillionEntriesEnduranceTest {
    private static final int ENTRIES = 5_000_000;

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void verify_record_needs_no_more_memory_for_many_entries(@TempDir Path folder) throws Exception {
        Path keys = folder.resolve("keys");
        try (HikariDataSource database = RecordDatabase.create();
                TestRecord test = new TestRecord(database, keys)) {
            LongChain.append(test, ENTRIES, 30);
            LongChain.sign(test);
            test.stamp();
            for (int i = 0; i < 100; i++) {
                test.keep();
            }
            Path said = folder.resolve("said");
            Process verify = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-cp",
                            ChildProcess.classPath(),
                            Start.class.getName(),
                            "verify",
                            "record",
                            "--database",
                            database.getJdbcUrl(),
                            "--certificate",
                            keys.resolve("gateway-dossier.pem").toString(),
                            "--time-stamps",
                            keys.resolve("time-stamps.pem").toString(),
                            "--master-key",
                            keys.resolve("record.key").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            try {
                assertThat(verify.waitFor(90, TimeUnit.MINUTES)).isTrue();
            } finally {
                verify.destroyForcibly();
            }
            assertThat(verify.exitValue()).as(Files.readString(said)).isZero();
            assertThat(Files.readString(said)).contains("from entry 1 to " + (ENTRIES + 101) + ", 100 dossiers");
        }
    }
}

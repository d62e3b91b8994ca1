package az.dost.vahid.proof.record;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.process.ChildProcess;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kill -9 under load, again and again: what a caller was told is kept, is kept. */
@Tag("endurance")
class KilledRecordTest {
    private static final int KILLS = 20;
    private static final int LEAST_KEPT = 50;
    private static final Pattern WHOLE_LINE = Pattern.compile("([0-9a-f-]{36}) ([0-9a-f]{64})");
    private final Random random = new Random(4);

    @Test
    @Timeout(900)
    void everyDossierThatWasGivenOutIsInTheRecordComplete(@TempDir Path keys) throws Exception {
        try (HikariDataSource database = RecordDatabase.create()) {
            new DemoKeys(keys, new Faults()).timeStamps();
            List<String> given = new ArrayList<>();
            for (int kill = 0; kill < KILLS; kill++) {
                given.addAll(killed(database.getJdbcUrl(), keys));
            }
            try (TestRecord test = new TestRecord(database, keys)) {
                assertThat(test.check(database).wrong()).isEmpty();
                for (String line : given) {
                    String[] parts = line.split(" ");
                    UUID id = UUID.fromString(parts[0]);
                    assertThat(test.record.find(id, "dost-centre-1"))
                            .get()
                            .satisfies(kept -> assertThat(
                                            HexFormat.of().formatHex(TestRecord.CRYPTO.sha256(kept.content())))
                                    .isEqualTo(parts[1]));
                    assertThat(test.record.evidence(id)).hasSize(2);
                }
            }
            assertThat(given).hasSizeGreaterThanOrEqualTo(KILLS * LEAST_KEPT);
        }
    }

    /** What a writer said was kept before it was killed in the middle of its work. */
    private List<String> killed(String database, Path keys) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        ChildProcess.classPath(),
                        KilledWriter.class.getName(),
                        database,
                        keys.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = writer.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                // The last line may have been cut, and others may write too.
                if (WHOLE_LINE.matcher(line).matches()) {
                    lines.add(line);
                }
                if (lines.size() == LEAST_KEPT) {
                    Thread.sleep(random.nextInt(100));
                    // By its handle: what it wrote can then still be read.
                    writer.toHandle().destroyForcibly();
                }
            }
        } finally {
            writer.destroyForcibly();
        }
        writer.waitFor();
        return lines;
    }
}

package az.dost.vahid.proof.record;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.proof.record.check.RecordCheck;
import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.TimeStamps;
import az.dost.vahid.signature.key.MasterKeys;
import az.dost.vahid.signature.own.KeysCommand;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine;

/** The key that signs is changed while there is a record: what it says holds before and after. */
class SignerRotationTest {
    private final HikariDataSource database = RecordDatabase.create();

    @TempDir
    private Path folder;

    private Path known;

    @BeforeEach
    void signWithTheFirstKey() throws Exception {
        known = folder.resolve("keys/gateway-dossier.pem");
        fill();
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** As a gateway with the keys of now. What the demonstration writes of its certificate alone is put back. */
    private void fill() throws Exception {
        byte[] certificates = Files.exists(known) ? Files.readAllBytes(known) : null;
        try (TestRecord record = new TestRecord(database, folder.resolve("keys"))) {
            record.fill();
        }
        if (certificates != null) {
            Files.write(known, certificates);
        }
    }

    private void rotate(String key, String step) throws Exception {
        Path password = Files.writeString(folder.resolve("password"), DemoKeys.PASSWORD);
        assertThat(new CommandLine(new KeysCommand())
                        .execute(
                                "rotate",
                                key,
                                step,
                                "--keys",
                                folder.resolve("keys").toString(),
                                "--password-file",
                                password.toString()))
                .isZero();
    }

    /** As 'verify record' does. */
    private Report verified() {
        Path keys = folder.resolve("keys");
        return new RecordCheck(
                        new JdbcTemplate(database),
                        TestRecord.CRYPTO,
                        GatewayProof.of(known),
                        TimeStamps.of(keys.resolve("time-stamps.pem")),
                        MasterKeys.of(keys.resolve("record.key"), TestRecord.CRYPTO),
                        null,
                        () -> {})
                .check(1, Long.MAX_VALUE);
    }

    @Test
    void the_record_holds_after_each_step() throws Exception {
        assertThat(verified().wrong()).isEmpty();
        rotate("dossier", "prepare");
        fill();
        assertThat(verified().wrong()).isEmpty();
        rotate("dossier", "switch");
        assertThat(verified().wrong()).isEmpty();
        fill();
        assertThat(verified().wrong()).isEmpty();
    }

    /** What was so when the new certificate took the place of the old one. */
    @Test
    void without_the_certificate_of_before_it_would_not() throws Exception {
        rotate("dossier", "prepare");
        rotate("dossier", "switch");
        fill();
        String text = Files.readString(known);
        Files.writeString(known, text.substring(0, text.indexOf("-----BEGIN", 1)));
        assertThat(verified().wrong()).isNotEmpty();
    }
}

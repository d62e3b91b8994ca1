package az.dost.vahid.proof.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.key.EncryptionKey;
import az.dost.vahid.signature.key.MasterKeys;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The master key is changed: a new line before the old one, a start, and the old line is not needed any more. */
class MasterKeyRotationTest {
    private final HikariDataSource database = RecordDatabase.create();

    @TempDir
    private Path keys;

    private String old;
    private RecordedDossier dossier;

    @BeforeEach
    void keepADossierUnderTheOldKey() throws Exception {
        try (TestRecord before = new TestRecord(database, keys)) {
            dossier = before.keep();
        }
        old = Files.readString(file()).strip();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Path file() {
        return keys.resolve("record.key");
    }

    private static String key() {
        return Base64.getEncoder().encodeToString(EncryptionKey.random());
    }

    /** As it is after a start with these lines in the file. */
    private TestRecord started(String... lines) throws IOException {
        Files.writeString(file(), String.join("\n", lines) + "\n");
        return new TestRecord(database, keys);
    }

    @Test
    void oldBodiesAreReadableWithTheNewKeyBeforeTheOld() throws Exception {
        try (TestRecord test = started(key(), old)) {
            assertThat(test.record.find(dossier.id(), dossier.requester())).isPresent();
            assertThat(test.record.evidence(dossier.id())).hasSize(2);
        }
    }

    @Test
    void afterTheStartTheOldKeyIsNotNeededAnyMore() throws Exception {
        String fresh = key();
        try (TestRecord test = started(fresh, old)) {
            assertThat(test.keys.renew()).isEqualTo(3);
            assertThat(test.keys.renew()).isZero();
        }
        try (TestRecord test = started(fresh)) {
            assertThat(test.record.find(dossier.id(), dossier.requester())).isPresent();
            test.keep();
            assertThat(test.check(database).wrong()).isEmpty();
        }
    }

    @Test
    void theOldKeyAloneStartsNothingThen() throws Exception {
        try (TestRecord test = started(key(), old)) {
            test.keys.renew();
        }
        assertThatThrownBy(() -> started(old))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("vahid.record.master-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "no base64"})
    void aFileWithoutAKeyIsToldByItsNameAndNotByWhatIsInIt(String line) throws Exception {
        Files.writeString(file(), line + "\n");
        assertThatThrownBy(() -> MasterKeys.of(file(), TestRecord.CRYPTO))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("record.key")
                .hasNoCause()
                .message()
                .doesNotContain("c2hvcnQ");
    }
}

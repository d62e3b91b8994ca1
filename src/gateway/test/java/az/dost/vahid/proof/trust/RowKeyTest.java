package az.dost.vahid.proof.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.EncryptionKey;
import az.dost.vahid.signature.key.MasterKeys;
import az.dost.vahid.signature.key.RowSeals;
import az.dost.vahid.sources.ingest.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * All gateways of a database seal with one key, which is found again under a new master key, and by nobody without one.
 */
class RowKeyTest {
    private static final byte[] FIRST = EncryptionKey.random();
    private static final byte[] SECOND = EncryptionKey.random();

    @TempDir
    Path folder;

    private final SingleConnectionDataSource source = new SingleConnectionDataSource(TestDatabase.create(), true);
    private final JdbcTemplate jdbc = new JdbcTemplate(source);

    @AfterEach
    void close() {
        source.destroy();
    }

    private MasterKeys master(byte[]... keys) throws IOException {
        return MasterKeys.of(
                Files.writeString(
                        folder.resolve("record.key"),
                        Arrays.stream(keys)
                                .map(Base64.getEncoder()::encodeToString)
                                .collect(Collectors.joining("\n"))),
                new CryptoProvider(false));
    }

    @Test
    void every_gateway_has_the_same_one() throws IOException {
        byte[] seal = RowKey.of(jdbc, master(FIRST)).of("t", "x", 1, null);
        assertThat(RowKey.of(jdbc, master(FIRST)).holds(seal, "t", "x", 1, null))
                .isTrue();
        assertThat(RowKey.find(jdbc, master(FIRST)).orElseThrow().holds(seal, "t", "x", 1, null))
                .isTrue();
    }

    @Test
    void it_is_kept_under_a_new_master_key() throws IOException {
        byte[] seal = RowKey.of(jdbc, master(FIRST)).of("t", "x");
        RowKey.of(jdbc, master(SECOND, FIRST));
        assertThat(RowKey.of(jdbc, master(SECOND)).holds(seal, "t", "x")).isTrue();
    }

    @Test
    void one_that_was_changed_stops_the_start() throws IOException {
        RowKey.of(jdbc, master(FIRST));
        jdbc.update("update row_key set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1)");
        MasterKeys master = master(FIRST);
        assertThatThrownBy(() -> RowKey.of(jdbc, master))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("row_key");
    }

    @Test
    void no_two_rows_have_one_seal() throws IOException {
        RowSeals seals = RowKey.of(jdbc, master(FIRST));
        assertThat(seals.of("t", "ab", "c"))
                .isNotEqualTo(seals.of("t", "a", "bc"))
                .isNotEqualTo(seals.of("u", "ab", "c"));
        assertThat(seals.of("t", "1")).isNotEqualTo(seals.of("t", 1)).isNotEqualTo(seals.of("t", (Object)
                new byte[] {'1'}));
        assertThat(seals.of("t", null, "a"))
                .isNotEqualTo(seals.of("t", "a", null))
                .isNotEqualTo(seals.of("t", "", "a"));
        assertThat(seals.holds(null, "t", "a")).isFalse();
    }
}

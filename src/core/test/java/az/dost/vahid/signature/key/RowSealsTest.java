package az.dost.vahid.signature.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seals stand in rows for years: what is sealed, byte by byte. */
class RowSealsTest {
    private static final byte[] KEY = new byte[RowSeals.LENGTH];
    private final RowSeals seals = new RowSeals(KEY, Instant.EPOCH);

    private static byte[] mac(byte[] message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static void piece(DataOutputStream out, int type, byte[] bytes) throws Exception {
        out.write(type);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Test
    void each_column_is_sealed_with_its_type_and_its_length() throws Exception {
        UUID id = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(expected);
        piece(out, 1, "exchange".getBytes(StandardCharsets.UTF_8));
        piece(out, 1, "Şəki".getBytes(StandardCharsets.UTF_8));
        out.write(0);
        out.write(2);
        out.writeInt(8);
        out.writeLong(-7);
        piece(out, 3, new byte[] {0, -1});
        out.write(4);
        out.writeInt(16);
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
        assertThat(seals.of("exchange", "Şəki", null, -7, new byte[] {0, -1}, id))
                .isEqualTo(mac(expected.toByteArray()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 900, 1024, 5000, 1_000_000})
    void a_long_row_is_sealed_like_a_short_one_and_so_is_the_next(int length) throws Exception {
        byte[] long1 = new byte[length];
        new Random(length).nextBytes(long1);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(expected);
        piece(out, 1, "t".getBytes(StandardCharsets.UTF_8));
        piece(out, 3, long1);
        RowSeals.Series series = seals.series();
        byte[] before = series.of("t", "short");
        assertThat(series.of("t", (Object) long1)).isEqualTo(mac(expected.toByteArray()));
        assertThat(series.of("t", "short")).isEqualTo(before);
    }

    @Test
    void the_native_provider_makes_the_same_seals() {
        RowSeals.Series series = seals.by(new CryptoProvider(true)).series();
        for (int length : new int[] {0, 60, 400}) {
            assertThat(series.of("t", length, new byte[length])).isEqualTo(seals.of("t", length, new byte[length]));
        }
    }

    @Test
    void what_has_no_type_of_its_own_is_not_sealed() {
        assertThatThrownBy(() -> seals.of("t", Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Instant");
    }
}

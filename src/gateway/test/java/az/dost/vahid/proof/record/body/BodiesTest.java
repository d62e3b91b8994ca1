package az.dost.vahid.proof.record.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.process.ChildProcess;
import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.proof.record.TestRecord;
import az.dost.vahid.signature.key.ChangedException;
import com.github.luben.zstd.Zstd;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as they lie in the record: what is sealed now, what was sealed before, and what nobody sealed. */
class BodiesTest {
    private static final byte[] TEXT = "an answer of an agency, ".repeat(400).getBytes(StandardCharsets.UTF_8);
    private static final String PART = "content";
    private static final HikariDataSource DATABASE = RecordDatabase.create();
    private static final UUID DOSSIER = RecordId.next();

    @TempDir
    private static Path keys;

    private static TestRecord record;

    @BeforeAll
    static void open() {
        record = new TestRecord(DATABASE, keys);
    }

    @AfterAll
    static void close() throws InterruptedException {
        record.close();
        DATABASE.close();
    }

    private static byte[] opened(byte[] sealed) {
        return record.bodies.open(DOSSIER, DataClass.DOSSIER, PART, sealed);
    }

    /** Encrypted as a body is, whatever it is. */
    private static byte[] encrypted(byte[] packed) {
        return record.keys
                .make(RecordId.day(DOSSIER), DataClass.DOSSIER)
                .encrypt(packed, (DOSSIER + " " + PART).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] deflated(int length, byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setInput(plain);
        deflater.finish();
        byte[] out = new byte[plain.length + 64];
        int packed = deflater.deflate(out);
        deflater.end();
        return ByteBuffer.allocate(Integer.BYTES + packed)
                .putInt(length)
                .put(out, 0, packed)
                .array();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 1_000, 1_000_000})
    void what_is_sealed_is_opened_again_whether_it_can_be_compressed_or_not(int length) {
        byte[] random = new byte[length];
        new Random(length).nextBytes(random);
        byte[] same = new byte[length];

        assertThat(opened(record.bodies.seal(DOSSIER, DataClass.DOSSIER, PART, random)))
                .isEqualTo(random);
        assertThat(opened(record.bodies.seal(DOSSIER, DataClass.DOSSIER, PART, same)))
                .isEqualTo(same);
    }

    @Test
    void a_body_takes_a_fraction_of_its_room() {
        assertThat(record.bodies.seal(DOSSIER, DataClass.DOSSIER, PART, TEXT)).hasSizeLessThan(TEXT.length / 10);
    }

    @Test
    void a_body_that_was_deflated_before_is_opened_still() {
        assertThat(opened(encrypted(deflated(TEXT.length, TEXT)))).isEqualTo(TEXT);
    }

    static Stream<Arguments> damaged() {
        byte[] frame = Zstd.compress(TEXT, 1);
        byte[] longer = frame.clone();
        longer[5]++; // the length's low byte, RFC 8878, section 3.1.1.1.4
        byte[] deflated = deflated(TEXT.length, TEXT);
        return Stream.of(
                Arguments.of("nothing", new byte[0], "It has no possible length"),
                Arguments.of("three bytes", new byte[3], "It has no possible length"),
                Arguments.of(
                        "a length of more than 64 MiB",
                        ByteBuffer.allocate(8).putInt(64 * 1024 * 1024 + 1).array(),
                        "It has no possible length"),
                Arguments.of(
                        "deflated, less than it says", deflated(TEXT.length + 1, TEXT), "It is shorter than it says"),
                Arguments.of(
                        "a length and no DEFLATE",
                        ByteBuffer.allocate(12).putInt(8).putLong(-1).array(),
                        "It cannot be decompressed"),
                Arguments.of(
                        "deflated, cut off",
                        Arrays.copyOf(deflated, deflated.length / 2),
                        "It is shorter than it says"),
                Arguments.of("a frame's first bytes", Arrays.copyOf(frame, 4), "It has no possible length"),
                Arguments.of("a frame, cut off", Arrays.copyOf(frame, frame.length - 1), "It cannot be decompressed"),
                Arguments.of("a frame, less than it says", longer, "It cannot be decompressed"),
                Arguments.of(
                        "a frame of 65 MiB",
                        Zstd.compress(new byte[65 * 1024 * 1024], 1),
                        "It has no possible length"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damaged")
    void what_nobody_sealed_is_a_change(String what, byte[] packed, String reason) {
        assertThatThrownBy(() -> opened(encrypted(packed)))
                .isInstanceOf(ChangedException.class)
                .hasMessageContaining(reason);
    }

    /** A process of its own: a library is loaded once. */
    static final class Start {
        public static void main(String[] arguments) {
            new Bodies(null, null);
        }
    }

    @Test
    void a_start_without_the_library_of_the_compression_says_what_to_change() throws IOException {
        Process start = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-DZstdTempFolder=" + keys.resolve("missing"),
                        "-cp",
                        ChildProcess.classPath(),
                        Start.class.getName())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(start.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("StartException: The library of Zstandard cannot be loaded")
                .contains("-DZstdTempFolder");
    }
}

package az.dost.vahid.signature.container;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.OutsideTool;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A ZIP file in which another program reads another dossier than the one that was signed does not hold. */
class ForgedZipTest {
    private static final int END_LENGTH = 22;
    private static final int CENTRAL_LENGTH = 46;
    private static final int RECORD_LENGTH = 56;
    private static final int LOCATOR_LENGTH = 20;
    private static final String FORGED = "{\"dossierId\":\"forged\"}";
    private static byte[] container;
    private static ContainerProof proof;

    @BeforeAll
    static void sign(@TempDir Path keys) {
        new DemoKeys(keys, new Faults());
        CryptoProvider crypto = new CryptoProvider(true);
        DossierSigner signer = new DossierSigner(
                new GatewayKeys(keys.resolve("gateway.p12"), DemoKeys.PASSWORD.toCharArray(), crypto), crypto);
        container = new ContainerSigner(signer)
                .sign(Map.of("dossier.json", "{\"dossierId\":\"signed\"}".getBytes(StandardCharsets.UTF_8)));
        proof = new ContainerProof(signer.signerCertificate(), null);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer little(int length) {
        return little(new byte[length]);
    }

    private static byte[] field(int id, byte[] content) {
        return little(4 + content.length)
                .putShort((short) id)
                .putShort((short) content.length)
                .put(content)
                .array();
    }

    private static byte[] times(int length) {
        return field(0x5455, new byte[length]);
    }

    private static int lastEntry(byte[] file) {
        ByteBuffer zip = little(file);
        int at = zip.getInt(file.length - 6);
        int last = at;
        for (; at < file.length - END_LENGTH; at += CENTRAL_LENGTH + zip.getShort(at + 28) + zip.getShort(at + 30)) {
            last = at;
        }
        return last;
    }

    /** The container with fields beside its last part, in the directory. */
    private static byte[] with(byte[] fields) {
        int end = container.length - END_LENGTH;
        ByteBuffer file = little(container.length + fields.length)
                .put(container, 0, end)
                .put(fields)
                .put(container, end, END_LENGTH);
        return file.putShort(lastEntry(container) + 30, (short) fields.length)
                .putInt(end + fields.length + 12, file.getInt(end + fields.length + 12) + fields.length)
                .array();
    }

    /**
     * A second file within the first one's field, and before its end the record (APPNOTE, section 4.3.14) that says
     * where that one's directory is.
     */
    private static byte[] twoDirectories() {
        byte[] forged = CanonicalZip.write(Map.of("dossier.json", FORGED.getBytes(StandardCharsets.UTF_8)));
        int length = forged.length - END_LENGTH;
        int start = container.length - END_LENGTH + 4;
        int directory = little(forged).getInt(forged.length - 6);
        ByteBuffer hidden = little(length + RECORD_LENGTH + LOCATOR_LENGTH)
                .put(forged, 0, length)
                .putInt(directory + 42, start);
        hidden.putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putLong(0)
                .putLong(1)
                .putLong(1)
                .putLong(length - directory)
                .putLong(start + directory);
        hidden.putInt(0x07064b50).putInt(0).putLong(start + length).putInt(1);
        return with(field(0x4444, hidden.array()));
    }

    @Test
    void a_second_directory_is_read_by_another_program(@TempDir Path folder) throws Exception {
        OutsideTool python = new OutsideTool("python3", folder).file("forged.asice", twoDirectories());
        boolean read = python.accepts(
                "-c", "import zipfile; print(zipfile.ZipFile('forged.asice').read('dossier.json').decode())");
        assertThat(read).as(python.output()).isTrue();
        assertThat(python.output()).contains(FORGED);
    }

    private static byte[] renamed() {
        CRC32 sum = new CRC32();
        String last = "META-INF/signatures001.xml";
        byte[] name =
                Arrays.copyOfRange(container, lastEntry(container) + CENTRAL_LENGTH, container.length - END_LENGTH);
        sum.update(name);
        return little(5 + last.length())
                .put((byte) 1)
                .putInt((int) sum.getValue())
                .put(last.getBytes(StandardCharsets.UTF_8))
                .array();
    }

    private static byte[] changed(int at, int value) {
        byte[] changed = container.clone();
        changed[at] = (byte) value;
        return changed;
    }

    /** The locator's bytes where an allowed field has the last of a file's times. */
    private static byte[] locatorInTimes() {
        return with(field(
                0x000a,
                little(32)
                        .putInt(0)
                        .putShort((short) 1)
                        .putShort((short) 24)
                        .putInt(0)
                        .putInt(0x07064b50)
                        .putInt(0)
                        .putLong(4)
                        .putInt(1)
                        .array()));
    }

    private static byte[] emptyFolder() {
        Map<String, byte[]> parts = new LinkedHashMap<>(ZipReading.local(container));
        parts.put("a second directory could stand here/", new byte[0]);
        return CanonicalZip.write(parts);
    }

    private static byte[] besideThePartItself() {
        byte[] field = field(0x4444, new byte[100]);
        int at = 30 + little(container).getShort(26);
        ByteBuffer file = little(container.length + field.length)
                .put(container, 0, at)
                .put(field)
                .put(container, at, container.length - at);
        file.putShort(28, (short) field.length);
        int directory = little(container).getInt(container.length - 6) + field.length;
        int end = file.capacity() - END_LENGTH;
        file.putInt(end + 16, directory);
        int entry = directory;
        for (boolean first = true; entry < end; first = false) {
            if (!first) {
                file.putInt(entry + 42, file.getInt(entry + 42) + field.length);
            }
            entry += CENTRAL_LENGTH + file.getShort(entry + 28);
        }
        return file.array();
    }

    private static Map<String, byte[]> forged() {
        return Map.ofEntries(
                Map.entry("a second directory in a field", twoDirectories()),
                Map.entry("a field that gives a part another name", with(field(0x7075, renamed()))),
                Map.entry("a field that gives a part another length", with(field(0x0001, new byte[8]))),
                Map.entry("a field beside the part itself", besideThePartItself()),
                Map.entry("a field of times that is too long", with(times(17))),
                Map.entry("a field of times that ends within one", with(times(7))),
                Map.entry(
                        "a field of times twice",
                        with(little(18).put(times(5)).put(times(5)).array())),
                Map.entry(
                        "a field that is longer than all fields",
                        with(little(9).put(times(5)).putShort(2, (short) 9).array())),
                Map.entry("half a field", with(new byte[] {0x55, 0x54, 0})),
                Map.entry("an owner of another length", with(field(0x7875, new byte[] {1, 1, 0, 9, 0}))),
                Map.entry("the place of another directory in a field of times", locatorInTimes()),
                Map.entry("a folder with nothing in it", emptyFolder()),
                Map.entry("a comment's length without a comment", changed(container.length - 2, 1)),
                Map.entry("the end in a second file", changed(container.length - END_LENGTH + 4, 1)),
                Map.entry("the directory in a second file", changed(container.length - END_LENGTH + 6, 1)),
                Map.entry("a part in a second file", changed(lastEntry(container) + 34, 1)));
    }

    @TestFactory
    Iterable<DynamicTest> does_not_hold() {
        return forged().entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey(),
                        () -> assertThat(proof.check(file.getValue()).wrong()).isNotEmpty()))
                .toList();
    }

    @Test
    void times_and_owners_that_tools_write_hold() {
        byte[] owner = field(0x7875, new byte[] {1, 4, 0, 0, 0, 0, 4, 0, 0, 0, 0});
        assertThat(proof.check(with(little(9 + owner.length)
                                .put(times(5))
                                .put(owner)
                                .array()))
                        .wrong())
                .isEmpty();
    }

    /** 4000 entries of 4 MB each that are the same bytes: 16 GB, were each copied out. */
    @Test
    @Timeout(20)
    void a_damaged_file_whose_parts_overlap_is_not_copied_out_for_each() {
        byte[] one = CanonicalZip.write(Map.of("0000", new byte[4 << 20]));
        int directory = little(one).getInt(one.length - 6);
        int entry = one.length - END_LENGTH - directory;
        ByteBuffer file = little(directory + 4000 * entry + END_LENGTH).put(one, 0, directory);
        for (int i = 0; i < 4000; i++) {
            file.put(one, directory, entry - 4).put(String.format("%04d", i).getBytes(StandardCharsets.US_ASCII));
        }
        file.put(one, one.length - END_LENGTH, END_LENGTH);
        file.putShort(file.capacity() - 12, (short) 4000)
                .putShort(file.capacity() - 14, (short) 4000)
                .putInt(file.capacity() - 10, 4000 * entry);
        assertThat(ZipReading.central(file.array())).isNull();
        assertThat(proof.check(file.array()).wrong()).isNotEmpty();
    }
}

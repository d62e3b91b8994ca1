package az.dost.vahid.signature.container;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A container whose parts somebody took out and packed again holds, and is told from one as the gateway made it; what
 * two readers could read differently does not.
 */
class PackedAgainTest {
    private static final int LOCAL_LENGTH = 30;
    private static byte[] container;
    private static ContainerProof proof;

    @BeforeAll
    static void sign(@TempDir Path keys) {
        new DemoKeys(keys, new Faults());
        CryptoProvider crypto = new CryptoProvider(true);
        DossierSigner signer = new DossierSigner(
                new GatewayKeys(keys.resolve("gateway.p12"), DemoKeys.PASSWORD.toCharArray(), crypto), crypto);
        Map<String, byte[]> content = new LinkedHashMap<>();
        content.put("dossier.json", "{\"dossierId\":\"1\"}".getBytes(StandardCharsets.UTF_8));
        content.put(
                "evidence/pensions/01.xml",
                ("<answer>" + "17".repeat(500) + "</answer>").getBytes(StandardCharsets.UTF_8));
        container = new ContainerSigner(signer).sign(content);
        proof = new ContainerProof(signer.signerCertificate(), null);
    }

    @FunctionalInterface
    private interface Packer {
        void pack(ZipOutputStream zip, Map<String, byte[]> parts) throws IOException;
    }

    private static byte[] packed(Packer packer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            packer.pack(zip, ZipReading.local(container));
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, ZipEntry entry, byte[] content) throws IOException {
        if (entry.getMethod() == ZipEntry.STORED) {
            CRC32 sum = new CRC32();
            sum.update(content);
            entry.setCrc(sum.getValue());
            entry.setSize(content.length);
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static void all(ZipOutputStream zip, Map<String, byte[]> parts) throws IOException {
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            add(zip, new ZipEntry(part.getKey()), part.getValue());
        }
    }

    private static byte[] deflated() throws IOException {
        return packed(PackedAgainTest::all);
    }

    private static Map<String, Packer> packers() {
        return Map.of(
                "deflated, lengths after the data", PackedAgainTest::all,
                "in another order",
                        (zip, parts) -> {
                            List<String> names = new ArrayList<>(parts.keySet());
                            Collections.reverse(names);
                            for (String name : names) {
                                add(zip, new ZipEntry(name), parts.get(name));
                            }
                        },
                "stored, of today, with fields of its own",
                        (zip, parts) -> {
                            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                                ZipEntry entry = new ZipEntry(part.getKey());
                                entry.setMethod(ZipEntry.STORED);
                                entry.setLastModifiedTime(
                                        java.nio.file.attribute.FileTime.fromMillis(1_800_000_000_000L));
                                add(zip, entry, part.getValue());
                            }
                        },
                "with folders",
                        (zip, parts) -> {
                            add(zip, new ZipEntry("evidence/"), new byte[0]);
                            add(zip, new ZipEntry("META-INF/"), new byte[0]);
                            all(zip, parts);
                        },
                "packed as densely as possible",
                        (zip, parts) -> {
                            zip.setLevel(9);
                            all(zip, parts);
                        });
    }

    @TestFactory
    Iterable<DynamicTest> holds_and_is_told() {
        return packers().entrySet().stream()
                .map(packer -> DynamicTest.dynamicTest(packer.getKey(), () -> {
                    ContainerProof.Findings findings = proof.check(packed(packer.getValue()));
                    assertThat(findings.wrong()).isEmpty();
                    assertThat(findings.noted()).contains(ContainerTest.PACKED);
                }))
                .toList();
    }

    @Test
    void as_the_gateway_made_it_nobody_packed_it() {
        assertThat(proof.check(container).noted()).doesNotContain(ContainerTest.PACKED);
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int directory(byte[] file) {
        return little(file).getInt(file.length - 6);
    }

    /** The file with something before its directory, which is found all the same. */
    private static byte[] beforeDirectory(byte[] file, byte[] added) {
        int at = directory(file);
        byte[] changed = joined(Arrays.copyOf(file, at), added, Arrays.copyOfRange(file, at, file.length));
        little(changed).putInt(changed.length - 6, at + added.length);
        return changed;
    }

    private static byte[] changed(byte[] file, UnaryOperator<ByteBuffer> change) {
        byte[] copy = file.clone();
        change.apply(little(copy));
        return copy;
    }

    private static Map<String, byte[]> refused() throws IOException {
        byte[] deflated = deflated();
        byte[] part =
                Arrays.copyOfRange(container, 0, little(container).getInt(22) + LOCAL_LENGTH + "mimetype".length());
        return Map.ofEntries(
                Map.entry("a part that nothing signs", packed((zip, parts) -> {
                    all(zip, parts);
                    add(zip, new ZipEntry("evidence/tax/03.xml"), new byte[] {1});
                })),
                Map.entry("a part within a folder's name", packed((zip, parts) -> {
                    add(zip, new ZipEntry("evidence/"), new byte[] {1});
                    all(zip, parts);
                })),
                Map.entry("a part that the directory does not tell", beforeDirectory(container, part)),
                Map.entry("bytes before the directory", beforeDirectory(container, new byte[] {1, 2, 3})),
                Map.entry("bytes before the first part", joined(new byte[] {1}, container)),
                Map.entry("bytes after the end", joined(container, new byte[] {1})),
                Map.entry(
                        "a comment at the end",
                        changed(
                                joined(container, new byte[] {'x'}),
                                file -> file.putShort(container.length - 2, (short) 1))),
                Map.entry(
                        "a part told to be longer than it is",
                        changed(deflated, file -> file.putInt(directory(deflated) + 24, 4000))),
                Map.entry(
                        "a part told to be of four gigabytes",
                        changed(deflated, file -> file.putInt(directory(deflated) + 24, -1))),
                Map.entry(
                        "a part told to be encrypted",
                        changed(
                                container,
                                file -> file.putShort(6, (short) (file.getShort(6) | 1))
                                        .putShort(directory(container) + 8, (short)
                                                (file.getShort(directory(container) + 8) | 1)))),
                Map.entry(
                        "a directory outside of the file",
                        changed(container, file -> file.putInt(container.length - 6, Integer.MAX_VALUE))),
                Map.entry("an end alone", Arrays.copyOfRange(container, container.length - 22, container.length)),
                Map.entry("nothing", new byte[] {'P', 'K', 3, 4, 0}));
    }

    @TestFactory
    Iterable<DynamicTest> what_is_not_only_packed_again_does_not_hold() throws IOException {
        return refused().entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey(),
                        () -> assertThat(proof.check(file.getValue()).wrong()).isNotEmpty()))
                .toList();
    }

    @Test
    void a_bomb_is_not_unpacked() throws IOException {
        byte[] bomb = packed((zip, parts) -> {
            all(zip, parts);
            for (int i = 0; i < 40; i++) {
                add(zip, new ZipEntry("evidence/" + i), new byte[8 << 20]);
            }
        });
        assertThat(bomb.length).isLessThan(1 << 20);
        ZipParts read = ZipParts.read(bomb);
        assertThat(read.wrong()).anyMatch(line -> line.contains("all parts together may have 64 MiB"));
        assertThat(read.parts().values().stream().mapToLong(part -> part.length).sum())
                .isLessThanOrEqualTo(ZipParts.MOST_BYTES);
    }

    @Test
    void a_part_that_unpacks_to_more_than_it_says_is_not_unpacked_further() throws IOException {
        byte[] bomb = packed((zip, parts) -> add(zip, new ZipEntry("a"), new byte[1 << 20]));
        byte[] lying =
                changed(bomb, file -> file.putInt(directory(bomb) + 24, 10).putInt(directory(bomb) - 4, 10));
        assertThat(ZipParts.read(lying).wrong()).containsExactly("The part a is not as it was packed.");
    }
}

package az.dost.vahid.check.wsdl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A contract in a zip archive, and archives that mean harm. */
class ContractArchiveTest {
    private static final byte[] SCHEMA =
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:a'/>"
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Path zip;

    @BeforeEach
    void name() {
        zip = folder.resolve("contract.zip");
    }

    private static byte[] wsdl(String imported) {
        return ("<wsdl:definitions xmlns:wsdl='http://schemas.xmlsoap.org/wsdl/' targetNamespace='urn:a'><wsdl:types><xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>"
                        + "<xs:import namespace='urn:a' schemaLocation='" + imported
                        + "'/></xs:schema></wsdl:types></wsdl:definitions>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> beside(String name, byte[] content) {
        Map<String, byte[]> entries = new LinkedHashMap<>(Map.of("a.wsdl", wsdl("a.xsd")));
        entries.put("a.xsd", SCHEMA);
        entries.put(name, content);
        return entries;
    }

    /** The same bytes with other ones in all places. */
    private static byte[] patched(byte[] archive, String from, String to) {
        return new String(archive, StandardCharsets.ISO_8859_1)
                .replace(from, to)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    static Stream<Arguments> hostile() {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 2_001; i++) {
            many.put("f" + i, new byte[0]);
        }
        Map<String, byte[]> large = new LinkedHashMap<>();
        for (int i = 0; i < 11; i++) {
            large.put("f" + i + ".xsd", new byte[5 << 20]);
        }
        byte[] good = zip(beside("b.xsd", SCHEMA));
        byte[] locked = good.clone();
        for (int i = 0; i < locked.length - 10; i++) {
            boolean central = locked[i] == 'P' && locked[i + 1] == 'K' && locked[i + 2] == 1 && locked[i + 3] == 2;
            locked[i + 8] |= (byte) (central ? 1 : 0);
        }
        return Stream.of(
                Arguments.of(
                        "an entry above it",
                        zip(beside("../b.xsd", SCHEMA)),
                        "the entry ../b.xsd, which leads out of it"),
                Arguments.of(
                        "an entry above it, within a folder",
                        zip(beside("x/../../b.xsd", SCHEMA)),
                        "which leads out of it"),
                Arguments.of("an absolute entry", zip(beside("/etc/b.xsd", SCHEMA)), "which leads out of it"),
                Arguments.of("a drive", zip(beside("C:\\b.xsd", SCHEMA)), "which leads out of it"),
                Arguments.of("backslashes", zip(beside("..\\b.xsd", SCHEMA)), "which leads out of it"),
                Arguments.of(
                        "a name with an escape",
                        zip(beside("\u001b[31mb.xsd", SCHEMA)),
                        "a name that is none: ?[31mb.xsd"),
                Arguments.of("a name of many letters", zip(beside("b".repeat(301), SCHEMA)), "a name that is none"),
                Arguments.of("one name twice", patched(good, "b.xsd", "a.xsd"), "the entry a.xsd twice"),
                Arguments.of("a bomb", zip(beside("b.xsd", new byte[(5 << 20) + 1])), "b.xsd, which is longer than"),
                Arguments.of("many bombs", zip(large), "holds more than"),
                Arguments.of("many entries", zip(many), "more than 2000 entries"),
                Arguments.of("a password", locked, "cannot be read as a zip archive"),
                Arguments.of(
                        "half an archive",
                        java.util.Arrays.copyOf(good, good.length / 2),
                        "cannot be read as a zip archive"),
                Arguments.of("no archive", SCHEMA, "cannot be read as a zip archive"),
                Arguments.of("an empty archive", zip(Map.of("readme.txt", SCHEMA)), "holds no WSDL"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void an_archive_that_means_harm_or_is_none_is_refused(String what, byte[] archive, String words)
            throws IOException {
        Files.write(zip, archive);
        assertThatThrownBy(() -> ContractFiles.of(zip, null))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("contract.zip")
                .hasMessageContaining(words);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(zip);
        }
    }

    @Test
    void the_one_wsdl_of_an_archive_is_read_with_what_it_imports() throws IOException {
        Files.write(
                zip,
                zip(Map.of(
                        "v1/wsdl/a.wsdl",
                        wsdl("../xsd/a.xsd"),
                        "v1/xsd/a.xsd",
                        SCHEMA,
                        "__MACOSX/v1/._a.wsdl",
                        new byte[9],
                        "v1/handbook.pdf",
                        new byte[9])));
        Map<String, byte[]> copies = ContractFiles.of(zip, null).copies();
        assertThat(copies).containsOnlyKeys("contract.wsdl", "v1/xsd/a.xsd");
        assertThat(new String(copies.get("contract.wsdl"), StandardCharsets.UTF_8))
                .contains("schemaLocation='v1/xsd/a.xsd'");
        assertThat(copies.get("v1/xsd/a.xsd")).isEqualTo(SCHEMA);
    }

    @Test
    void of_several_wsdls_one_is_named_behind_the_archive() throws IOException {
        Files.write(zip, zip(Map.of("a.wsdl", wsdl("a.xsd"), "b.wsdl", wsdl("a.xsd"), "a.xsd", SCHEMA)));
        assertThatThrownBy(() -> ContractFiles.of(zip, null))
                .hasMessageContaining("contract.zip holds several WSDLs")
                .hasMessageContaining("a.wsdl, b.wsdl");
        assertThat(ContractFiles.of(zip.resolve("b.wsdl"), null).copies()).containsOnlyKeys("contract.wsdl", "a.xsd");
    }

    @Test
    void what_an_archive_lacks_is_told_with_file_and_line() throws IOException {
        Files.write(zip, zip(Map.of("wsdl/a.wsdl", wsdl("../../a.xsd"))));
        assertThatThrownBy(() -> ContractFiles.of(zip, null))
                .hasMessageContaining("wsdl/a.wsdl:1: imports ../../a.xsd, which is outside its folder");
    }

    @Test
    void a_link_that_leads_out_of_the_root_is_not_followed() throws IOException {
        Path root = Files.createDirectories(folder.resolve("root"));
        Files.write(folder.resolve("secret.xsd"), SCHEMA);
        Files.write(root.resolve("a.wsdl"), wsdl("a.xsd"));
        Files.createSymbolicLink(root.resolve("a.xsd"), folder.resolve("secret.xsd"));
        assertThatThrownBy(() -> ContractFiles.of(root.resolve("a.wsdl"), root))
                .hasMessageContaining("a.xsd, which is a symbolic link");
    }

    @Test
    void a_schema_never_takes_the_name_of_a_file_of_the_connector() throws IOException {
        Files.write(zip, zip(Map.of("a.wsdl", wsdl("connector.yaml?wsdl"), "connector.yaml?wsdl", SCHEMA)));
        assertThat(ContractFiles.of(zip, null).copies())
                .containsOnlyKeys("contract.wsdl", "imported-connector.yaml_wsdl.xsd");
    }

    @Test
    void every_shipped_schema_is_in_the_jar_and_is_that_of_its_namespace() {
        for (String namespace : ShippedSchemas.namespaces()) {
            ContractFile file = Search.shipped(namespace);
            assertThat(file.root().getAttribute("targetNamespace")).isEqualTo(namespace);
            assertThat(file.wanted())
                    .as(namespace)
                    .allSatisfy(wanted -> assertThat(ShippedSchemas.has(wanted.namespace())
                                    || "http://www.w3.org/XML/1998/namespace".equals(wanted.namespace()))
                            .as(wanted.namespace())
                            .isTrue());
        }
    }
}

package az.dost.vahid.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.definition.DefinitionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Folders that cannot be used, as they would stop the start. */
class BrokenConnectorsTest {
    private static final Path BROKEN = Path.of("src/core/test/resources/az/dost/vahid/connector/broken");
    private static final FolderReader FOLDERS = folders();

    private static FolderReader folders() {
        try {
            return new FolderReader(
                    new FileSystemResource("contracts/connector.schema.json"),
                    CanonicalFacts.of(new FileSystemResource("contracts/dossier.schema.json")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Catalogue read(String... locations) {
        return new CatalogueReader(new PathMatchingResourcePatternResolver(), FOLDERS).read(List.of(locations));
    }

    @Test
    void every_error_of_every_folder_stands_in_one_report() throws IOException {
        String expected = Files.readString(BROKEN.resolve("report.txt"));
        assertThatThrownBy(() -> read("file:" + BROKEN + "/*/connector.yaml"))
                .isInstanceOf(DefinitionException.class)
                .extracting(e -> e.getMessage().replace(Path.of("").toAbsolutePath() + "/", "") + "\n")
                .isEqualTo(expected);
    }

    @Test
    void a_connector_of_the_operators_folder_does_not_replace_a_built_in_one() {
        assertThatThrownBy(() -> read("file:connectors/tax/connector.yaml", "file:" + BROKEN + "/tax/connector.yaml"))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("/broken/tax/connector.yaml:1:1: the id tax is that of ")
                .hasMessageContaining("connectors/tax/connector.yaml");
    }

    @Test
    @Tag("attack")
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_link_in_the_operators_folder_is_an_error_that_names_it(@TempDir Path folder) throws IOException {
        Path elsewhere = Path.of("connectors/tax").toAbsolutePath();
        Path tax = Files.createDirectory(folder.resolve("tax"));
        for (String file : List.of("connector.yaml", "request.xml")) {
            Files.copy(elsewhere.resolve(file), tax.resolve(file));
        }
        Files.createSymbolicLink(tax.resolve("mapping.jslt"), elsewhere.resolve("mapping.jslt"));
        Files.createSymbolicLink(folder.resolve("pensions"), elsewhere.resolveSibling("pensions"));
        assertThatThrownBy(() -> read("file:" + folder + "/*/connector.yaml"))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("pensions: is a symbolic link")
                .hasMessageContaining("mapping.jslt is a symbolic link")
                .hasMessageNotContaining(elsewhere.toString());
    }

    @Test
    void the_built_in_connectors_are_read() {
        assertThat(read("file:connectors/*/connector.yaml").connectors())
                .hasSize(Path.of("connectors").toFile().list().length);
    }

    /** A folder that someone types in may say anything: it is reported, never thrown. */
    @Property
    void a_descriptor_of_any_kind_is_read_or_reported(@ForAll("lines") List<String> lines) {
        String text = String.join("\n", lines);
        FolderReader.Reading reading = FOLDERS.read(new InFolder(text), "connectors/tax");
        assertThat(reading.findings().isEmpty() ? reading.connector() : reading.findings())
                .isNotNull();
        assertThat(reading.findings())
                .allSatisfy(finding -> assertThat(finding.toString())
                        .startsWith("connectors/tax/")
                        .doesNotContain("\n", "Exception"));
    }

    @Property
    void a_descriptor_with_one_letter_changed_is_read_or_reported(
            @ForAll @IntRange(max = 900) int at, @ForAll("letters") String letter) throws IOException {
        String text = Files.readString(Path.of("connectors/tax/connector.yaml"));
        int place = at % text.length();
        FolderReader.Reading reading = FOLDERS.read(
                new InFolder(text.substring(0, place) + letter + text.substring(place + 1)), "connectors/tax");
        assertThat(reading.findings().isEmpty() ? reading.mapping() : reading.findings())
                .isNotNull();
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.of(
                "", "\n", "\t", ":", "{", "}", "[", "]", "\"", "'", "#", "&a", "*a", "!x", "|", "%", "@", "-", " ", "0",
                "\u0000", "ə");
    }

    @Provide
    Arbitrary<List<String>> lines() throws IOException {
        List<String> sound = Files.readAllLines(Path.of("connectors/tax/connector.yaml"), StandardCharsets.UTF_8);
        return Arbitraries.of(sound).list().ofMaxSize(sound.size());
    }

    /** A text as if it lay in the folder of the tax connector. */
    private static final class InFolder extends ByteArrayResource {
        InFolder(String text) {
            super(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public org.springframework.core.io.Resource createRelative(String file) {
            return new FileSystemResource("connectors/tax/" + file);
        }
    }
}

package az.dost.vahid.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.FileSystemResource;

/** What a descriptor may say, and what not. */
class DescriptorRulesTest {
    private static final Path ALL = Path.of("src/core/test/resources");

    @TempDir
    private Path desk;

    private FolderReader.Reading read(String id, String said, String instead) throws IOException {
        Path folder = Files.createDirectories(desk.resolve(Path.of(id).getFileName()));
        try (Stream<Path> files = Files.list(ALL.resolve(id))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Path descriptor = folder.resolve("connector.yaml");
        String text = Files.readString(descriptor);
        assertThat(text).contains(said);
        Files.writeString(descriptor, text.replace(said, instead));
        return new FolderReader(
                        new FileSystemResource("contracts/connector.schema.json"),
                        CanonicalFacts.of(new FileSystemResource("contracts/dossier.schema.json")))
                .read(new FileSystemResource(descriptor), folder.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "soap/work-permits | soapVersion: \"1.1\" | soapVersion: \"1.2\" | soapVersion",
                "soap/work-permits | soapVersion: \"1.1\" | method: POST | service",
                "soap/work-permits | service: AZ/GOV/1400110471/permits/workPermit/v1 | service: AZ/GOV/1400110471/permits | service",
                "soap/work-permits | representedParty: GOV/2000357322 | representedParty: a b | representedParty",
                "soap/paper-archive | kind: wss-x509 | kind: xml-signature | swaRefs",
                "soap/paper-archive | kind: wss-x509 | kind: cms-detached | call",
                "soap/paper-archive | most: 3 | most: 1000 | most",
                "soap/paper-archive | protocol: soap | protocol: rest | soapVersion",
                "soap/scan-archive | header: header.xml | traceparent: false | header",
                "soap/scan-archive | header: header.xml | header: ../header.xml | header",
                "soap/scan-archive | header: header.xml | header: gone.xml | gone.xml",
                "soap/scan-archive | [PersonNotFound] | [No such person] | okFaults",
                "soap/scan-archive | secret: scan-archive | secret: null | secret"
            })
    void what_cannot_be_is_told(String id, String said, String instead, String word) throws IOException {
        assertThat(read(id, said, instead).findings())
                .anySatisfy(finding -> assertThat(finding.toString()).contains(word));
    }

    @Test
    void a_version_is_kept_and_known_with_its_header() throws IOException {
        Path folder = desk.resolve("scan-archive");
        FolderReader.Reading reading = read("soap/scan-archive", "authority", "authority");
        FileSystemResource descriptor = new FileSystemResource(folder.resolve("connector.yaml"));
        ConnectorFolder first = new ConnectorFolder(reading.connector(), reading.mapping(), descriptor);
        Path archive = Files.createDirectories(desk.resolve("archive"));
        VersionArchive versions = new VersionArchive(archive, null);
        versions.keep(first);
        assertThat(versions.find("scan-archive", first.version()).orElseThrow().resolve("header.xml"))
                .isRegularFile();
        Files.writeString(
                folder.resolve("header.xml"),
                Files.readString(folder.resolve("header.xml")).replace("Purpose", "Reason"));
        assertThat(new ConnectorFolder(reading.connector(), reading.mapping(), descriptor).version())
                .isNotEqualTo(first.version());
    }
}

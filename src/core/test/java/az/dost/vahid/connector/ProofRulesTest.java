package az.dost.vahid.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.FileSystemResource;

/** A proof that no reply of the agency can have would be looked for nowhere, and the reply believed. */
@Tag("attack")
class ProofRulesTest {
    private static final Path KINDS = Path.of("src/core/test/resources/kinds");

    @TempDir
    private Path desk;

    private FolderReader.Reading read(String id, String kind) throws IOException {
        Path folder = Files.createDirectories(desk.resolve(id));
        try (Stream<Path> files = Files.list(KINDS.resolve(id))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Path descriptor = folder.resolve("connector.yaml");
        String text = Files.readString(descriptor);
        Files.writeString(descriptor, text.replaceAll("kind: (cms-detached|tls)\\b", "kind: " + kind));
        return new FolderReader(
                        new FileSystemResource("contracts/connector.schema.json"),
                        CanonicalFacts.of(new FileSystemResource("contracts/dossier.schema.json")))
                .read(new FileSystemResource(descriptor), folder.toString());
    }

    @ParameterizedTest
    @CsvSource({"crew-list, cms-detached", "veterinary-service, tls"})
    void a_proof_that_replies_can_have_is_taken(String id, String kind) throws IOException {
        assertThat(read(id, kind).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "crew-list, tls, must be one of cms-detached",
        "crew-list, xml-signature, format",
        "crew-list, wss-x509, must be one of cms-detached",
        "veterinary-service, wss-x509, soapVersion",
        "veterinary-service, xml-signature, call",
        "veterinary-service, cms-detached, call"
    })
    void a_proof_that_no_reply_can_have_is_refused(String id, String kind, String word) throws IOException {
        assertThat(read(id, kind).findings())
                .anySatisfy(finding -> assertThat(finding.toString()).contains(word));
    }
}

package az.dost.vahid.sources.agency.call;

import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.connector.FolderReader;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

/** One of the connectors that show a form of SOAP. */
final class SoapFolder {
    static final Path ALL = Path.of("src/core/test/resources/soap");

    static ConnectorFolder of(String id) throws IOException {
        return of(ALL.resolve(id));
    }

    static ConnectorFolder of(Path folder) throws IOException {
        FileSystemResource descriptor = new FileSystemResource(folder.resolve("connector.yaml"));
        FolderReader.Reading reading = new FolderReader(
                        new ClassPathResource("contracts/connector.schema.json"),
                        CanonicalFacts.of(new ClassPathResource("contracts/dossier.schema.json")))
                .read(descriptor, folder.toString());
        if (!reading.findings().isEmpty()) {
            throw new AssertionError(reading.findings());
        }
        return new ConnectorFolder(reading.connector(), reading.mapping(), descriptor);
    }

    private SoapFolder() {}
}

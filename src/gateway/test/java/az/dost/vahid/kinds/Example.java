package az.dost.vahid.kinds;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.connector.FolderReader;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.sources.agency.SingleAgency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

/** An example connector of the test tree, and the gateway's part that asks by it. */
record Example(Path folder, Path keys) {
    static final Path ALL = Path.of("src/core/test/resources/kinds");
    static final int PATIENCE_MS = 20_000;

    static List<Path> folders() throws IOException {
        try (var folders = Files.list(ALL)) {
            return folders.filter(folder -> Files.exists(folder.resolve("connector.yaml")))
                    .sorted()
                    .toList();
        }
    }

    /** The example on a desk where it may be changed; the keys are there too. */
    static Example copy(String id, Path desk) throws IOException {
        Path folder = desk.resolve(id);
        try (Stream<Path> files = Files.walk(ALL.resolve(id))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(ALL.resolve(id).relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return new Example(folder, desk);
    }

    /**
     * A copy whose agency may take its time: for every test that is about something else than time, on however busy a
     * machine.
     */
    static Example patient(String id, Path desk) throws IOException {
        Example copy = copy(id, desk);
        Path connector = copy.folder.resolve("connector.yaml");
        Files.writeString(
                connector, Files.readString(connector).replaceFirst("timeoutMs: \\d+", "timeoutMs: " + PATIENCE_MS));
        return copy;
    }

    String id() {
        return folder.getFileName().toString();
    }

    Connector connector() throws IOException {
        return connectorFolder().connector();
    }

    private ConnectorFolder connectorFolder() throws IOException {
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

    SingleAgency gateway(Map<String, String> settings) throws Exception {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.copyOf(settings)));
        CryptoProvider crypto = new CryptoProvider(false);
        return new SingleAgency(
                connectorFolder(), environment, null, new PinnedCertificates(keys.resolve("agencies"), crypto), crypto);
    }

    SourceAnswer ask(Map<String, String> settings) throws Exception {
        try (SingleAgency gateway = gateway(settings)) {
            return gateway.ask(Peer.FIN, PATIENCE_MS);
        }
    }
}

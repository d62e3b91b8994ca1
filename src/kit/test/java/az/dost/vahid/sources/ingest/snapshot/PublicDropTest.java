package az.dost.vahid.sources.ingest.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.kit.ConnectorCommand;
import az.dost.vahid.sources.ingest.DropBench;
import az.dost.vahid.sources.ingest.TestGateway;
import az.dost.vahid.sources.ingest.TestSignatures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * A CSV file that nobody here wrote became a connector by the kit's commands and edits in one folder: its drops are
 * loaded.
 */
class PublicDropTest {
    private static final String AGENCY = "legislators";
    private static final Path PUBLIC = Path.of("src/kit/test/resources/kit/public", AGENCY);
    private static final String FILE = "legislators-historical_20260104.csv";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private Path connectors() throws IOException {
        Path connectors = folder.resolve("connectors");
        StringWriter said = new StringWriter();
        CommandLine command = new CommandLine(new ConnectorCommand())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said));
        assertThat(command.execute(
                        "new",
                        AGENCY,
                        "--from",
                        PUBLIC.resolve("source").resolve(FILE).toString(),
                        "--connectors",
                        connectors.toString()))
                .as(said.toString())
                .isZero();
        Path edits = PUBLIC.resolve("edits");
        try (Stream<Path> files = Files.walk(edits)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = connectors.resolve(AGENCY).resolve(edits.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return connectors;
    }

    @Test
    void a_signed_drop_of_it_is_loaded_and_each_row_answers_for_its_person() throws Exception {
        DropBench bench = new DropBench(folder);
        Map<String, Object> settings =
                new HashMap<>(Map.of("vahid.secrets.legislators.password", "unused over a folder"));
        Stream.concat(DropBench.KEYS.keySet().stream(), Stream.of(AGENCY))
                .forEach(agency -> settings.put(
                        "vahid.endpoints." + agency,
                        "file:" + bench.drops(agency).toAbsolutePath()));
        Files.createDirectories(bench.drops(AGENCY));
        byte[] rows = Files.readAllBytes(PUBLIC.resolve("source").resolve(FILE));
        bench.leave(AGENCY, FILE, rows, TestSignatures.cms(rows, bench.keys.agency(AGENCY, "RSA")));
        try (TestGateway gateway = new TestGateway(
                bench.database,
                bench.data(),
                folder.resolve("keys"),
                settings,
                TestGateway.catalogue(connectors().toString()))) {
            gateway.await("the file is loaded", PATIENCE, () -> gateway.files(AGENCY, "loaded") == 1);
            SnapshotRecord held = gateway.held(AGENCY, "B000226").orElseThrow();
            assertThat(held.facts().at("/identity/surname").asText()).isEqualTo("Bassett");
            assertThat(held.signer()).contains("CN=" + AGENCY);
        }
    }
}

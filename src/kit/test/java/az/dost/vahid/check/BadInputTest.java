package az.dost.vahid.check;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Verdict;
import az.dost.vahid.check.rehearse.PlayedAgency;
import az.dost.vahid.check.rehearse.PlayedServer;
import az.dost.vahid.kit.ConnectorCommand;
import az.dost.vahid.kit.WatchingGateway;
import az.dost.vahid.kit.certify.Rehearsal;
import az.dost.vahid.kit.draft.Draft;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;

/** Folders that would do harm: one clear error from the command, and a gateway that goes on with what ran before. */
class BadInputTest {
    private static final Path CASES = Path.of("src/kit/test/resources/kit/bad");
    private static final String FIN = "5ZZ5ZZ5";

    @TempDir
    private static Path folder;

    private static Path good;
    private static Path connectors;
    private static PlayedServer server;
    private static WatchingGateway gateway;

    static Stream<String> cases() throws IOException {
        return Files.list(CASES)
                .filter(Files::isDirectory)
                .map(one -> one.getFileName().toString())
                .sorted();
    }

    @BeforeAll
    static void aGatewayRunsWithAGoodConnector() throws Exception {
        good = folder.resolve("good/cars");
        Files.createDirectories(good.getParent());
        new Draft("cars", Path.of("src/kit/test/resources/kit/samples/cars.json"), null, false, Kit.facts())
                .write(good);
        Files.writeString(good.resolve("connector.yaml"), "timeoutMs: 20000\n", StandardOpenOption.APPEND);
        CheckedFolder connector = new ConnectorCheck(Kit.reader(), Kit.facts(), List.of()).read(good);
        PlayedAgency agency = Rehearsal.of(connector);
        agency.key().pin(folder.resolve("keys/agencies/cars.pem"));
        server = new PlayedServer(connector.connector(), agency, 0, Map.of());
        connectors = Files.createDirectories(folder.resolve("connectors"));
        FileSystemUtils.copyRecursively(good, connectors.resolve("cars"));
        gateway = new WatchingGateway(
                connectors, folder.resolve("keys"), Map.of("vahid.endpoints.cars", server.endpoint()));
        gateway.await("cars");
    }

    @AfterAll
    static void end() throws Exception {
        gateway.close();
        server.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_bad_folder_gets_one_clear_error_and_what_ran_goes_on(String name) throws Exception {
        JsonNode bad = new ObjectMapper(new YAMLFactory())
                .readTree(CASES.resolve(name).resolve("case.yaml").toFile());
        Path desk = Files.createDirectories(folder.resolve("desk-" + name));
        lay(CASES.resolve(name), bad, desk.resolve("cars"));
        StringWriter out = new StringWriter();
        int code = new CommandLine(new ConnectorCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute("check", "--connectors", desk.toString());
        assertThat(code).as(out.toString()).isEqualTo(1);
        List<String> errors = out.toString()
                .lines()
                .filter(line -> line.contains(": error: "))
                .toList();
        assertThat(errors)
                .as("errors of the file at fault")
                .filteredOn(line -> line.contains(bad.path("file").asText()))
                .isNotEmpty()
                .anySatisfy(line ->
                        assertThat(line).containsPattern(bad.path("says").asText()));
        assertThat(out.toString()).doesNotContain("\tat ").doesNotContain("kamran1975");
        String running = gateway.version("cars");
        FileSystemUtils.deleteRecursively(connectors.resolve("cars"));
        FileSystemUtils.copyRecursively(desk.resolve("cars"), connectors.resolve("cars"));
        gateway.rounds(3);
        assertThat(gateway.version("cars")).isEqualTo(running);
        assertThat(gateway.ask("cars", FIN).verdict()).isEqualTo(Verdict.ANSWERED);
    }

    private static void lay(Path from, JsonNode bad, Path to) throws IOException {
        FileSystemUtils.copyRecursively(good, to);
        try (var files = Files.list(from)) {
            for (Path file : files.filter(file -> !file.endsWith("case.yaml")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        Path file = to.resolve(bad.path("file").asText());
        if (bad.has("long")) {
            try (RandomAccessFile made = new RandomAccessFile(file.toFile(), "rw")) {
                made.setLength(bad.path("long").asLong());
            }
            return;
        }
        String text = Files.readString(file);
        for (var edit : bad.path("edits").properties()) {
            assertThat(text).contains(edit.getKey());
            text = text.replace(edit.getKey(), edit.getValue().asText());
        }
        Files.writeString(
                file, bad.path("before").asText() + text + bad.path("after").asText());
    }
}

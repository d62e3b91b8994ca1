package az.dost.vahid.check;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Verdict;
import az.dost.vahid.check.trial.AskedAgency;
import az.dost.vahid.check.trial.FetchedDrops;
import az.dost.vahid.check.trial.Trials;
import az.dost.vahid.embedded.ThrowawayDatabase;
import az.dost.vahid.kit.ConnectorCommand;
import az.dost.vahid.kit.certify.Rehearsal;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.rehearsal.PlayedGateway;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;

/** Agencies are played where gateways ask them, or fetch their files. */
class MockCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    private int mock(String id, String... more) {
        return run("mock", id, more);
    }

    private int run(String command, String id, String... more) {
        return in(
                Files.exists(Path.of("connectors", id)) ? "connectors" : "src/core/test/resources/kinds",
                command,
                id,
                more);
    }

    private int in(String connectors, String command, String id, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                command,
                id,
                "--connectors",
                connectors,
                "--keys",
                folder.resolve("keys").toString()));
        arguments.addAll(List.of(more));
        return new CommandLine(new ConnectorCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(arguments.toArray(String[]::new));
    }

    private JsonNode said() throws IOException {
        Awaitility.await("the mock")
                .atMost(Duration.ofSeconds(60))
                .until(() -> out.toString().contains("}"));
        return new ObjectMapper().readTree(out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"boat-register", "pension-fund"})
    void a_database_or_a_broker_is_played_and_tried(String id) throws Exception {
        Thread mock = new Thread(() -> mock(id, "--port", "0", "--json"));
        mock.start();
        try {
            assertThat(run(
                            "try",
                            id,
                            "--fin",
                            Rehearsal.ANYBODY,
                            "--endpoint",
                            said().path("endpoint").asText(),
                            "--set",
                            "vahid.secrets." + id + ".password=played"))
                    .isZero();
            assertThat(out.toString()).contains("ANSWERED");
        } finally {
            mock.interrupt();
            mock.join(Duration.ofSeconds(30).toMillis());
        }
    }

    @Test
    void an_agency_that_gives_no_answer_in_time_is_told_without_our_question() throws Exception {
        String connectors =
                Files.createDirectories(folder.resolve("connectors")).toString();
        FileSystemUtils.copyRecursively(
                Path.of("src/kit/test/resources/kit/public/it-anpr/edits"), folder.resolve("connectors/it-anpr"));
        PlayedGateway.keys(folder.resolve("keys/gateway.p12"));
        Thread mock = new Thread(() -> in(connectors, "mock", "it-anpr", "--port", "0", "--json", "--fault", "SLOW=1"));
        mock.start();
        try {
            String endpoint = said().path("endpoint").asText();
            out.getBuffer().setLength(0);
            assertThat(in(connectors, "try", "it-anpr", "--fin", Rehearsal.ANYBODY, "--endpoint", endpoint, "--json"))
                    .isEqualTo(1);
            JsonNode tried = new ObjectMapper().readTree(out.toString());
            assertThat(tried.path("verdict").asText()).isEqualTo("TIMED_OUT");
            assertThat(tried.has("replies")).isFalse();
            assertThat(tried.has("tree")).isFalse();
            assertThat(out.toString()).doesNotContain("Richiesta3002");
        } finally {
            mock.interrupt();
            mock.join(Duration.ofSeconds(30).toMillis());
        }
    }

    @Test
    void a_file_is_fetched_from_the_played_sftp_server_and_believed() throws Exception {
        CheckedFolder connector =
                new ConnectorCheck(Kit.reader(), Kit.facts(), List.of()).read(Path.of("connectors/displaced-persons"));
        Thread mock = new Thread(() -> mock("displaced-persons", "--port", "0", "--json"));
        mock.start();
        try (ThrowawayDatabase database = new ThrowawayDatabase()) {
            JsonNode said = said();
            StandardEnvironment settings = new StandardEnvironment();
            settings.getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test",
                            Map.of(
                                    said.path("setting").asText(),
                                    said.path("endpoint").asText(),
                                    "vahid.secrets.sftp.password",
                                    "played",
                                    "vahid.data",
                                    folder.resolve("data").toString(),
                                    "vahid.keys",
                                    folder.resolve("keys").toString(),
                                    "vahid.drops.every-ms",
                                    "100")));
            try (FetchedDrops gateway = Trials.here()
                    .drops(
                            connector.running(),
                            settings,
                            database.source(),
                            new PinnedCertificates(folder.resolve("keys/agencies"), new CryptoProvider(false)))) {
                Awaitility.await("the file").atMost(Duration.ofSeconds(60)).until(() -> gateway.handled() == 1);
                assertThat(gateway.handled("loaded")).isEqualTo(1);
                try (AskedAgency agency = gateway.asked(connector.running())) {
                    assertThat(agency.ask(said.at("/citizens/0").asText(), 10_000)
                                    .verdict())
                            .isEqualTo(Verdict.ANSWERED);
                }
            }
        } finally {
            mock.interrupt();
            mock.join(Duration.ofSeconds(30).toMillis());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"state-insurance", "local-executive"})
    void one_file_is_left_in_a_folder_with_its_signature(String id) throws IOException {
        assertThat(mock(id, "--into", folder.resolve("drops").toString(), "--once"))
                .isZero();
        try (var files = Files.list(folder.resolve("drops"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(2)
                    .anyMatch(name -> name.endsWith(".p7s"));
        }
        assertThat(out.toString()).contains("--vahid.endpoints." + id + "=file:" + folder.resolve("drops"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "samples/found/reply.json | hull_number | hull | The samples have the column hull",
                "query.sql | from boat_owner | from boat_owner join boat using (hull_number) | a query that reads one view",
                "contract.sql | create view boat_owner | create view boat_owners | contract.sql makes no view boat_owner"
            })
    void a_view_that_cannot_be_played_is_told_so(String file, String from, String to, String told) throws IOException {
        Path copy = folder.resolve("connectors/boat-register");
        FileSystemUtils.copyRecursively(Path.of("src/core/test/resources/kinds/boat-register"), copy);
        Files.writeString(
                copy.resolve(file),
                Files.readString(copy.resolve(file))
                        .replace(from, to)
                        .replace("grant select on boat_owner to", "grant select on boat to"));
        assertThat(in(copy.getParent().toString(), "mock", "boat-register", "--port", "0"))
                .isEqualTo(1);
        assertThat(out.toString()).contains(told);
    }

    @ParameterizedTest
    @CsvSource({
        "state-insurance, SLOW",
        "state-insurance, ARCHIVE_BOMB",
        "local-executive, DUPLICATE",
        "pension-fund, REFUSE",
        "pension-fund, ERROR",
        "boat-register, UNSIGNED",
        "notary, COLUMN_GONE",
        "traffic-police, TAMPERED"
    })
    void a_fault_that_the_agency_cannot_have_is_refused(String id, String fault) {
        assertThat(mock(id, "--fault", fault + "=1")).isEqualTo(2);
        assertThat(out.toString()).contains(id + " cannot have the fault " + fault);
    }

    @Test
    void a_fault_that_cannot_be_made_is_told_before_any_file_is_left() throws IOException {
        assertThat(mock("defence", "--into", folder.resolve("drops").toString(), "--once", "--fault", "TOO_LONG=0.1"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("drop.maxFileBytes").doesNotContain("Left");
    }
}

package az.dost.vahid.kit;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.ConnectorCheck;
import az.dost.vahid.check.Kit;
import az.dost.vahid.check.Severity;
import az.dost.vahid.check.rehearse.PlayedAgency;
import az.dost.vahid.check.rehearse.PlayedServer;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.kit.certify.Rehearsal;
import az.dost.vahid.signature.rehearsal.PlayedGateway;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;

/** What is recorded maps as before and holds nothing of what was real. */
class RecordSampleCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ConnectorCheck READER = new ConnectorCheck(Kit.reader(), Kit.facts(), List.of());
    private static final ConnectorCheck CHECK = Kit.check();
    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @TempDir
    private Path folder;

    private Path connectors;
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void aDesk() throws IOException {
        connectors = Files.createDirectories(folder.resolve("connectors"));
        Files.writeString(folder.resolve("key"), KEY);
    }

    private Path copy(String id) throws IOException {
        FileSystemUtils.copyRecursively(Path.of("connectors").resolve(id), connectors.resolve(id));
        return connectors.resolve(id);
    }

    private int record(String id, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "record",
                id,
                "--connectors",
                connectors.toString(),
                "--key",
                folder.resolve("key").toString(),
                "--keys",
                folder.resolve("keys").toString()));
        arguments.addAll(List.of(more));
        return new CommandLine(new ConnectorCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(arguments.toArray(String[]::new));
    }

    /**
     * Every built-in connector's found citizens, as if they were real; what is invented instead of a bad value is a
     * good one.
     */
    static Stream<Arguments> replies() throws IOException {
        return ConnectorCheck.folders(Path.of("connectors")).stream()
                .map(READER::read)
                .filter(one -> one.connector().drop() == null
                        || one.connector().drop().format() != Connector.Format.FIXED_WIDTH)
                .flatMap(one -> one.samples().stream()
                        .filter(sample -> sample.inputs().size() == 1
                                && Files.exists(sample.expected())
                                && !one.text(sample.expected()).contains("\"unmappable\""))
                        .map(sample -> Arguments.of(
                                one.connector().id(), sample.inputs().get(0))));
    }

    @Test
    void nearly_every_reply_is_recorded_with_nothing_real_in_it_and_others_are_not() throws IOException {
        List<Arguments> replies = replies().toList();
        int refused = 0;
        for (Arguments reply : replies) {
            refused += recorded((String) reply.get()[0], (Path) reply.get()[1]) ? 0 : 1;
        }
        assertThat(replies.size()).isGreaterThan(60);
        assertThat(refused).isLessThan(replies.size() / 15);
    }

    private boolean recorded(String id, Path reply) throws IOException {
        FileSystemUtils.deleteRecursively(connectors.resolve(id));
        Path connector = copy(id);
        Path recorded = connector.resolve("samples/recorded-1");
        if (record(id, "--from", reply.toString()) != 0) {
            assertThat(recorded).doesNotExist();
            return false;
        }
        JsonNode before = JSON.readTree(reply.resolveSibling("expected.json").toFile());
        JsonNode after = JSON.readTree(recorded.resolve("expected.json").toFile());
        assertThat(shape(after)).isEqualTo(shape(before));
        StringBuilder written = new StringBuilder(after.toString());
        try (var files = Files.list(recorded)) {
            for (Path file : files.toList()) {
                written.append(Files.readString(file));
            }
        }
        String mapping = Files.readString(connector.resolve("mapping.jslt"));
        assertThat(texts(before).stream().filter(text -> telling(text) && !mapping.contains(text)))
                .allSatisfy(text -> assertThat(written.toString())
                        .as("a value of the real reply")
                        .doesNotContain(text));
        assertThat(CHECK.check(List.of(connector), List.of(connector)).sorted())
                .filteredOn(remark -> remark.severity() == Severity.ERROR)
                .isEmpty();
        return true;
    }

    /** More than a short code, and more than noughts. */
    private static boolean telling(String text) {
        return text.replaceAll("[^\\p{L}1-9]", "").length() > 3;
    }

    /** Which members there are, and how many elements. */
    private static JsonNode shape(JsonNode node) {
        if (node.isObject()) {
            var shape = JSON.createObjectNode();
            node.fields().forEachRemaining(member -> shape.set(member.getKey(), shape(member.getValue())));
            return shape;
        } else if (node.isArray()) {
            var shape = JSON.createArrayNode();
            node.forEach(element -> shape.add(shape(element)));
            return shape;
        }
        return JSON.nullNode();
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        node.forEach(child -> texts.addAll(texts(child)));
        return texts;
    }

    @Test
    void the_same_citizen_is_the_same_in_every_recording_by_one_key_and_another_by_another() throws IOException {
        Path connector = copy("notary");
        String reply = Path.of("connectors/notary/samples/found/reply.json").toString();
        record("notary", "--from", reply);
        record("notary", "--from", reply);
        Files.writeString(folder.resolve("key"), KEY.replace('A', 'B').replace("BB=", "BA="));
        record("notary", "--from", reply);
        List<String> subjects = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            subjects.add(JSON.readTree(connector
                            .resolve("samples/recorded-" + i + "/expected.json")
                            .toFile())
                    .path("subject")
                    .asText());
        }
        assertThat(subjects.get(0)).isEqualTo(subjects.get(1)).isNotEqualTo(subjects.get(2));
    }

    @Test
    void an_agency_is_asked_and_what_it_answers_is_recorded() throws Exception {
        Path connector = copy("employment");
        CheckedFolder checked = READER.read(connector);
        PlayedAgency agency = Rehearsal.of(checked);
        PlayedGateway.keys(folder.resolve("keys/gateway.p12"));
        agency.key().pin(folder.resolve("keys/agencies/employment.pem"));
        Path fins = Files.writeString(folder.resolve("fins"), "5ZZ5ZZ5\n");
        try (PlayedServer server = new PlayedServer(checked.connector(), agency, 0, Map.of())) {
            assertThat(record(
                            "employment",
                            "--fins",
                            fins.toString(),
                            "--endpoint",
                            server.endpoint(),
                            "--set",
                            "vahid.secrets." + checked.connector().auth().secret() + "=played"))
                    .as(out.toString())
                    .isZero();
        }
        Path recorded = connector.resolve("samples/recorded-1");
        assertThat(recorded)
                .isDirectoryContaining(file -> file.getFileName().toString().startsWith("reply"));
        try (var files = Files.list(recorded)) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("5ZZ5ZZ5"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            notary          | {"melumat": {"fin": "W1D0W01", "Kamran Əliyev": "x"}} | a member of which neither
            notary          | {"melumat": {"fin": "W1D0W01", "netice": "NAMELUM"}}  | does not fit the mapping
            notary          | {"melumat":                                           | not JSON
            civil-status    | <a><b></a>                                            | not XML
            civil-status    | <!DOCTYPE a []><a/>                                    | not XML
            state-insurance | 0112345                                               | fixed width
            """)
    void what_cannot_be_proven_clean_is_refused_and_nothing_is_written(String id, String reply, String why)
            throws IOException {
        Path connector = copy(id);
        Path file = Files.writeString(folder.resolve("reply"), reply);
        assertThat(record(id, "--from", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains(why).doesNotContain("W1D0W01", "Kamran", "NAMELUM");
        assertThat(connector.resolve("samples/recorded-1")).doesNotExist();
    }
}

package az.dost.vahid.sources.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder {@code ingest/refused/<agency>/<case>} holds a bad file, which is signed here, and the report to expect:
 * a finding's reason must contain the words given. Files {@code .rows} are the content of a signed XML document.
 */
public class RefusedFilesTest {
    private static final Path CASES = Path.of("src/gateway/test/resources/ingest/refused");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static DropBench bench;
    private static TestGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        bench = new DropBench(folder);
        gateway = bench.gateway();
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    static Stream<String> cases() throws IOException {
        return Files.find(CASES, 3, (path, attributes) -> path.endsWith("expected.json"))
                .map(path -> CASES.relativize(path.getParent()).toString())
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aBadFileIsSetAsideWithAReport(String name) throws Exception {
        Path folder = CASES.resolve(name);
        String agency = folder.getParent().getFileName().toString();
        String file = leave(agency, folder);
        DropBench.settle(gateway, bench.drops(agency));
        JsonNode report = JSON.readTree(bench.report(agency, file));
        JsonNode expected = JSON.readTree(folder.resolve("expected.json").toFile());
        assertThat(report.get("reason")).as(report.toString()).isEqualTo(expected.get("reason"));
        assertThat(report.get("message").asText()).isNotBlank();
        assertThat(report.get("findings").size())
                .as(report.toString())
                .isEqualTo(expected.get("findings").size());
        for (int i = 0; i < expected.get("findings").size(); i++) {
            compare(report.get("findings").get(i), expected.get("findings").get(i));
        }
        assertThat(report.toString())
                .as("the report tells nothing of a citizen")
                .doesNotContain("AAAAA");
        assertThat(gateway.snapshots.standing(agency)).isEmpty();
    }

    private static void compare(JsonNode found, JsonNode expected) {
        for (String member : new String[] {"row", "line", "column"}) {
            if (expected.has(member)) {
                assertThat(found.get(member)).as(member + " of " + found).isEqualTo(expected.get(member));
            }
        }
        assertThat(found.get("reason").asText()).contains(expected.get("reason").asText());
    }

    private static String leave(String agency, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(each -> !each.endsWith("expected.json"))
                    .findFirst()
                    .orElseThrow();
            String name = file.getFileName().toString();
            if (name.endsWith(".rows")) {
                String zip = name.replace(".rows", ".zip");
                bench.leave(
                        agency,
                        zip,
                        TestSignatures.zip(TestSignatures.xml(
                                Files.readString(file, StandardCharsets.UTF_8), bench.signer(agency))),
                        null);
                return zip;
            }
            bench.leave(agency, name, Files.readAllBytes(file));
            return name;
        }
    }
}

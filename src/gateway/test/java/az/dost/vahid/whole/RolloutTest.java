package az.dost.vahid.whole;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.population.Personas;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.actuate.info.InfoEndpoint;

/**
 * Connectors that are switched off, slowed down, shadowed or used for a share of the citizens, on the running gateway.
 */
class RolloutTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIN = Personas.MARTYRS_WIDOW.fin();
    private final RunningVahid vahid = RunningVahid.get();
    private final Path file = vahid.data().resolve("rollout.yaml");
    private final Clerk clerk = vahid.clerk();

    static List<Arguments> cases() throws IOException {
        List<Arguments> cases = new ArrayList<>();
        YAML.readTree(Path.of("src/gateway/test/resources/rollout/cases.yaml").toFile())
                .forEach(one -> cases.add(Arguments.of(one.path("case").asText(), one)));
        return cases;
    }

    @AfterEach
    void useEveryConnectorAgain() throws IOException {
        Files.deleteIfExists(file);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> inForce().isEmpty());
        assertThat(clerk.ask(FIN).verdicts()).hasSize(vahid.connectors().size());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_rollout_is_taken_over_and_shows_in_the_dossier(String name, JsonNode rolled) throws IOException {
        JsonNode wanted = rolled.path("rollout");
        Files.writeString(file, YAML.writeValueAsString(wanted));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> inForce().size() == wanted.size());
        Dossier dossier = clerk.ask(FIN);
        rows(rolled.path("rows"), dossier);
        assertThat(dossier.violations()).isEmpty();
        assertThat(dossier.json().path("completeness")).isEqualTo(rolled.path("completeness"));
        rolled.path("documents")
                .fields()
                .forEachRemaining(expected -> assertThat(dossier.json().path("documents"))
                        .filteredOn(document -> document.path("fact").asText().equals(expected.getKey()))
                        .isNotEmpty()
                        .allMatch(document -> document.path("verdict").equals(expected.getValue())));
        rolled.path("compared")
                .fields()
                .forEachRemaining(expected -> expected.getValue()
                        .forEach(what -> Awaitility.await(what.asText())
                                .atMost(Duration.ofSeconds(30))
                                .until(() -> inForce()
                                                .path(expected.getKey())
                                                .path("compared")
                                                .path(what.asText())
                                                .asInt()
                                        > 0)));
        if (rolled.has("second")) {
            rows(rolled.path("second"), clerk.ask(FIN));
        }
    }

    private static void rows(JsonNode expected, Dossier dossier) {
        expected.fields()
                .forEachRemaining(row -> assertThat(dossier.verdicts().getOrDefault(row.getKey(), "absent"))
                        .as(row.getKey())
                        .isEqualTo(row.getValue().asText()));
    }

    @Test
    void a_file_with_an_error_changes_nothing() throws Exception {
        Files.writeString(file, "traffic-police: {use: none, because: maintenance}\n");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> inForce().has("traffic-police"));
        Files.writeString(file, "traffic-police: {use: never, because: maintenance, and: more}\n");
        // Longer than several looks at the file.
        Thread.sleep(1500);
        assertThat(inForce().path("traffic-police").path("use").asText()).isEqualTo("none");
    }

    private JsonNode inForce() throws IOException {
        return JSON.<JsonNode>valueToTree(vahid.bean(InfoEndpoint.class).info()).path("rollout");
    }
}

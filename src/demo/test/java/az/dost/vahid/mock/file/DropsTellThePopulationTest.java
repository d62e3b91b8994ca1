package az.dost.vahid.mock.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** An agency's files, taken in the order of their dates, tell exactly what the population tells of it. */
class DropsTellThePopulationTest {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .setSerializationInclusion(JsonInclude.Include.NON_EMPTY);
    static final List<String> AGENCIES = FileAgencies.IDS;

    @TempDir
    static Path folder;

    private static FileAgencies agencies;

    @BeforeAll
    static void leave() throws Exception {
        agencies = new FileAgencies(folder).left();
    }

    @AfterAll
    static void close() {
        agencies.close();
    }

    @ParameterizedTest
    @FieldSource("AGENCIES")
    void allFilesTogetherTellThePopulation(String agency) throws Exception {
        Map<String, JsonNode> truth = population(agency);
        assertThat(truth).isNotEmpty();
        assertThat(taken(agency, inOrder(agency))).containsAllEntriesOf(truth).hasSameSizeAs(truth);
    }

    @Test
    void displacedPersonsAreWrongWithoutTheChanges() throws Exception {
        Map<String, JsonNode> full =
                taken("displaced-persons", inOrder("displaced-persons").subList(0, 1));
        Map<String, JsonNode> truth = population("displaced-persons");
        assertThat(truth.keySet()).as("some are missing").anyMatch(fin -> !full.containsKey(fin));
        assertThat(full.keySet()).as("some do not belong there").anyMatch(fin -> !truth.containsKey(fin));
        assertThat(full.toString()).contains(DisplacedWeek.OUTDATED);
    }

    @Test
    void localExecutivesAreWrongInTheOrderOfArrival() throws Exception {
        List<Path> files = new ArrayList<>(inOrder("local-executive"));
        Path late = files.stream()
                .filter(file -> file.toString().endsWith("-009.jsonl"))
                .findFirst()
                .orElseThrow();
        files.remove(late);
        assertThat(taken("local-executive", files))
                .as("without the late file")
                .isEqualTo(population("local-executive"));
        files.add(late);
        assertThat(taken("local-executive", files).toString()).contains(LocalExecutiveMonth.OUTDATED);
    }

    @Test
    void localExecutivesAreWrongWithoutTheCorrections() throws Exception {
        assertThat(taken("local-executive", inOrder("local-executive").subList(0, 44))
                        .toString())
                .contains(LocalExecutiveMonth.OUTDATED);
    }

    private static List<Path> inOrder(String agency) throws Exception {
        Descriptor descriptor = Descriptor.of(agency);
        return agencies.drops(agency).stream()
                .sorted(Comparator.comparing(
                                (Path file) -> descriptor.name(file).group("date"))
                        .thenComparing(file -> descriptor.name(file).group("sequence")))
                .toList();
    }

    private static Map<String, JsonNode> taken(String agency, List<Path> files) throws Exception {
        Descriptor descriptor = Descriptor.of(agency);
        Map<String, JsonNode> facts = new TreeMap<>();
        for (Path file : files) {
            boolean whole = switch (descriptor.drop().path("mode").asText()) {
                case "snapshot" -> true;
                case "upsert" -> false;
                default -> descriptor.name(file).group("kind").equals("full");
            };
            if (whole) {
                facts.clear();
            }
            for (JsonNode row : Rows.of(file, descriptor)) {
                JsonNode output = descriptor.mapping().apply(row);
                String fin = output.path("subject").asText();
                if (output.path("deleted").asBoolean()) {
                    facts.remove(fin);
                } else {
                    facts.put(fin, JSON.readTree(output.path("facts").toString()));
                }
            }
        }
        return facts;
    }

    private static Map<String, JsonNode> population(String agency) {
        Map<String, JsonNode> facts = new HashMap<>();
        agencies.population.members(agency).forEach(n -> {
            Map<String, JsonNode> sheet = new TreeMap<>();
            agencies.population.facts(agency, n).forEach((name, fact) -> sheet.put(name, JSON.valueToTree(fact)));
            facts.put(agencies.population.fin(n), JSON.valueToTree(sheet));
        });
        return facts;
    }
}

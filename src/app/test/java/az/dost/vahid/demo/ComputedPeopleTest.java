package az.dost.vahid.demo;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.json.Json;
import az.dost.vahid.rights.MadeUpPeople;
import az.dost.vahid.whole.Dossier;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A computed person is what a lookup over the wire of all twenty agencies finds. */
class ComputedPeopleTest {
    private static final int LOOKED_UP = 60;

    @Test
    void a_computed_person_is_the_one_that_a_lookup_finds() throws IOException {
        RunningVahid vahid = RunningVahid.get();
        MadeUpPeople people = MadeUpPeople.here().orElseThrow();
        Map<String, Set<String>> asked = new TreeMap<>();
        Json.yaml()
                .readTree(Files.readString(Path.of("contracts/services/ccu-intake.yaml")))
                .path("facts")
                .forEach(fact -> asked.put(fact.asText(), Set.of()));
        Set<String> conflicts = new TreeSet<>();
        for (int number = 0; number < LOOKED_UP; number++) {
            JsonNode computed = people.dossier(number, asked);
            Dossier found = vahid.clerk().ask(vahid.population().fin(number));
            assertThat(told(computed)).as("citizen %d", number).isEqualTo(told(found.json()));
            conflicts.addAll(computed.path("conflicts").findValuesAsText("fact"));
        }
        assertThat(conflicts).as("facts that registers disagree about").isNotEmpty();
    }

    /** What does not hang on the day of the lookup, or on its evidence. */
    private static JsonNode told(JsonNode dossier) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        Map<String, JsonNode> facts = new TreeMap<>();
        dossier.path("facts").properties().forEach(fact -> facts.put(fact.getKey(), fact.getValue()));
        facts.forEach((name, fact) -> {
            told.withObject("/facts").set(name, fact.path("value"));
            told.withObject("/sources")
                    .put(name, fact.path("provenance").path("source").asText());
        });
        List<String> conflicts = new ArrayList<>();
        dossier.path("conflicts")
                .forEach(conflict -> conflicts.add(conflict.path("fact").asText() + "."
                        + conflict.path("field").asText() + " "
                        + conflict.path("winner").asText()));
        conflicts.stream().sorted().forEach(told.withArray("conflicts")::add);
        dossier.path("sources")
                .forEach(row -> told.withObject("/verdicts")
                        .put(row.path("agency").asText(), row.path("verdict").asText()));
        return told;
    }
}

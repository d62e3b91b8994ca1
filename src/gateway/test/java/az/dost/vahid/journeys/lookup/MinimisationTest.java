package az.dost.vahid.journeys.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.sources.combine.CombinedFacts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MinimisationTest {
    private static final String FACTS = """
            {"identity": {"value": {"surname": "A", "photo": "secret", "birthDate": "1990-01-01"},
                          "provenance": {"source": "x", "fields": {"photo": {"source": "y"}}}},
             "income": {"value": [{"year": 2025, "gross": "secret"}, {"year": 2024}], "provenance": {"source": "z"}},
             "address": {"value": {"city": "Bakı"}, "provenance": {"source": "x"}}}""";
    private static final String CONFLICTS = """
            [{"fact": "identity", "field": "photo", "values": [{"value": "secret"}]},
             {"fact": "identity", "field": "birthDate", "values": [{"value": "1990-01-02"}]},
             {"fact": "income", "field": "income", "values": [{"source": "z", "value": [{"year": 2025, "gross": "secret"}]}, {"source": "q"}]},
             {"fact": "address", "field": "city", "values": []}]""";

    private static CombinedFacts minimised(Map<String, Set<String>> needed) throws IOException {
        ObjectMapper json = new ObjectMapper();
        return Minimisation.of(
                new CombinedFacts((ObjectNode) json.readTree(FACTS), (ArrayNode) json.readTree(CONFLICTS), null),
                List.of("death"),
                needed);
    }

    private static String ofADeath(List<String> facts) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ArrayNode conflicts = (ArrayNode) json.readTree("""
                [{"fact": "death", "field": "date", "values": [{"source": "x", "value": "2026-01-02", "record": {"date": "2026-01-02", "actNumber": "A-17"}}]},
                 {"fact": "death", "field": "actNumber", "values": [{"source": "x", "value": "A-17"}]}]""");
        return Minimisation.of(new CombinedFacts(json.createObjectNode(), conflicts, null), facts, Map.of())
                .conflicts()
                .toString();
    }

    @Test
    void of_a_death_that_the_service_does_not_ask_for_registers_disagree_about_the_day_alone() throws IOException {
        assertThat(ofADeath(List.of("income")))
                .contains("\"record\":{\"date\":\"2026-01-02\"}")
                .doesNotContain("A-17");
        assertThat(ofADeath(List.of("death"))).contains("A-17");
    }

    @Test
    void whatIsNotNeededStandsNowhere() throws IOException {
        CombinedFacts combined =
                minimised(Map.of("identity", Set.of("surname", "birthDate"), "income", Set.of("year")));
        assertThat(combined.facts().toString() + combined.conflicts()).doesNotContain("secret", "photo", "gross");
        assertThat(combined.facts().at("/identity/provenance").has("fields")).isFalse();
        assertThat(combined.facts().at("/income/value"))
                .extracting(JsonNode::size)
                .containsOnly(1);
    }

    @Test
    void allElseStays() throws IOException {
        CombinedFacts combined =
                minimised(Map.of("identity", Set.of("surname", "birthDate"), "family", Set.of("spouse")));
        assertThat(combined.facts().at("/identity/value").toString())
                .isEqualTo("{\"surname\":\"A\",\"birthDate\":\"1990-01-01\"}");
        assertThat(combined.facts().at("/address/value/city").asText()).isEqualTo("Bakı");
        assertThat(combined.conflicts())
                .extracting(conflict -> conflict.path("field").asText())
                .containsExactly("birthDate", "income", "city");
    }

    @Test
    void aServiceThatNeedsAllGetsAll() throws IOException {
        assertThat(minimised(Map.of()).facts().toString()).contains("photo", "gross");
    }
}

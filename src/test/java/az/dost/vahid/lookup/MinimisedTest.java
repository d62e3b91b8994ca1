package az.dost.vahid.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.combine.Combined;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MinimisedTest {
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

    private static Combined minimised(Map<String, Set<String>> needed) throws IOException {
        ObjectMapper json = new ObjectMapper();
        return Minimised.of(new Combined((ObjectNode) json.readTree(FACTS), (ArrayNode) json.readTree(CONFLICTS), null), needed);
    }

    @Test
    void whatIsNotNeededStandsNowhere() throws IOException {
        Combined combined = minimised(Map.of("identity", Set.of("surname", "birthDate"), "income", Set.of("year")));
        assertThat(combined.facts().toString() + combined.conflicts()).doesNotContain("secret", "photo", "gross");
        assertThat(combined.facts().at("/identity/provenance").has("fields")).isFalse();
        assertThat(combined.facts().at("/income/value")).extracting(JsonNode::size).containsOnly(1);
    }

    @Test
    void allElseStays() throws IOException {
        Combined combined = minimised(Map.of("identity", Set.of("surname", "birthDate"), "family", Set.of("spouse")));
        assertThat(combined.facts().at("/identity/value").toString()).isEqualTo("{\"surname\":\"A\",\"birthDate\":\"1990-01-01\"}");
        assertThat(combined.facts().at("/address/value/city").asText()).isEqualTo("Bakı");
        assertThat(combined.conflicts()).extracting(conflict -> conflict.path("field").asText()).containsExactly("birthDate", "income", "city");
    }

    @Test
    void aServiceThatNeedsAllGetsAll() throws IOException {
        assertThat(minimised(Map.of()).facts().toString()).contains("photo", "gross");
    }
}

package az.dost.vahid.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What the dossier of a service says of a right is what that service asked for, and nothing else. */
class GlanceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final Rights RIGHTS =
            Rights.of(new PathMatchingResourcePatternResolver(), "classpath:contracts/rights");

    private static JsonNode glance(String right, String born, String... asked) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        facts.putObject("identity")
                .put("givenName", "A")
                .put("surname", "B")
                .put("sex", "MALE")
                .put("birthDate", born)
                .put("citizenship", "AZE");
        // Every register has answered, as one does that was asked for another of its facts.
        JsonNode dossier = new MadeDossier(RightCase.VOCABULARY, facts).json();
        return RIGHTS.glance(right, dossier, Set.of(asked), DAY).orElseThrow();
    }

    private static JsonNode condition(JsonNode found, String id) {
        return found.path("conditions")
                .valueStream()
                .filter(one -> one.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_was_not_asked_is_not_known_though_its_register_answered() {
        JsonNode found = glance("old-age-pension", "1950-01-01", "identity");
        assertThat(found.path("outcome").asText()).isEqualTo("UNDECIDED");
        assertThat(condition(found, "age").path("outcome").asText()).isEqualTo("HOLDS");
        JsonNode record = condition(found, "record");
        assertThat(record.path("outcome").asText()).isEqualTo("NOT_KNOWN");
        assertThat(record.path("facts").findValuesAsText("unknown")).contains("NOT_ASKED");
    }

    @Test
    void what_was_asked_and_is_not_there_is_a_no() {
        JsonNode found = glance("old-age-pension", "1950-01-01", "identity", "insuredRecord");
        assertThat(condition(found, "record").path("outcome").asText()).isEqualTo("DOES_NOT_HOLD");
    }

    @Test
    void a_condition_that_fails_ends_it_whatever_was_asked() {
        assertThat(glance("old-age-pension", "1990-01-01", "identity")
                        .path("outcome")
                        .asText())
                .isEqualTo("NOT_ENTITLED");
    }
}

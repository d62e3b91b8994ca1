package az.dost.vahid.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.wordbook.Language;
import az.dost.vahid.wordbook.Wordbook;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CombineRulesTest {
    private static final Wordbook WORDS = Wordbook.builtIn();

    static List<JsonNode> rules() {
        JsonNode rules = Contracts.read(Path.of("src/gateway/main/resources/combine-rules.yaml"))
                .path("rules");
        return StreamSupport.stream(rules.spliterator(), false).toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rankAllAgenciesThatKnowTheFactAndNoOther(JsonNode rule) {
        assertThat(Contracts.texts(rule.path("prefer")))
                .containsExactlyInAnyOrderElementsOf(knowing(rule.path("fact").asText()));
        assertThat(Contracts.texts(rule.path("prefer"))).containsAll(Contracts.texts(rule.path("absenceConflicts")));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void speakOfFieldsThatTheFactHas(JsonNode rule) {
        List<String> fields =
                Contracts.names(Contracts.record(rule.path("fact").asText()).path("properties"));
        assertThat(fields)
                .containsAll(Contracts.texts(rule.path("compare")))
                .containsAll(Contracts.texts(rule.path("fill")));
        assertThat(rule.path("compare")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void haveAStableIdAndAReason(JsonNode rule) {
        assertThat(rule.path("rule").asText())
                .matches(Contracts.definition("rule").path("pattern").asText());
        assertThat(WORDS.find("rules", "conflict." + rule.path("rule").asText() + ".whatToDo", Language.EN))
                .isPresent();
    }

    @Test
    void decideEveryFactThatSeveralRegistersKnowOnce() {
        List<String> shared = Contracts.factNames().stream()
                .filter(fact -> knowing(fact).size() > 1)
                .toList();
        assertThat(rules()).extracting(rule -> rule.path("fact").asText()).containsExactlyInAnyOrderElementsOf(shared);
        assertThat(rules()).extracting(rule -> rule.path("rule").asText()).doesNotHaveDuplicates();
    }

    private static List<String> knowing(String fact) {
        List<String> agencies =
                new ArrayList<>(Contracts.texts(Contracts.definition(fact).path("x-sources")));
        agencies.addAll(Contracts.names(Contracts.definition(fact).path("x-confirmedBy")));
        return agencies;
    }
}

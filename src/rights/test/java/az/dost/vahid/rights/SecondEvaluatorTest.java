package az.dost.vahid.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rights beside a second evaluator: the FEEL of others (feelin of bpmn-io), and a reading of dossiers in another
 * language ({@code src/rights/test/second}).
 */
class SecondEvaluatorTest {
    private static final int SHOWN = 10;

    @TempDir
    private Path folder;

    @Test
    void three_thousand_strange_persons_have_the_same_rights() throws Exception {
        compared(36, 3_000);
    }

    @Test
    @Tag("siege")
    void others_each_time_have_the_same_rights() throws Exception {
        for (int i = 0; i < 5; i++) {
            compared(System.nanoTime(), 3_000);
        }
    }

    @Test
    void the_cases_that_people_wrote_come_to_the_same() throws Exception {
        ArrayNode questions = JsonNodeFactory.instance.arrayNode();
        for (RightCase one : RightCase.all()) {
            ObjectNode question = questions
                    .addObject()
                    .put("right", one.right().code())
                    .put("day", one.day().toString());
            question.set("event", one.event().isObject() ? one.event() : JsonNodeFactory.instance.objectNode());
            question.set("dossier", one.dossier().json());
            if (one.aboutDossier() != null) {
                question.set("about", one.aboutDossier().json());
            }
        }
        compared(questions);
    }

    private void compared(long seed, int persons) throws Exception {
        RandomDossiers dossiers = new RandomDossiers(seed, RightCase.VOCABULARY);
        ArrayNode questions = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < persons; i++) {
            questions.add(dossiers.question(RightCase.RIGHTS.get(i % RightCase.RIGHTS.size())));
        }
        Map<String, Integer> outcomes = compared(questions);
        // Persons of whom nothing follows would show nothing.
        assertThat(outcomes.keySet()).as("seed %d", seed).contains("ENTITLED", "NOT_ENTITLED", "UNDECIDED");
        assertThat(outcomes.get("ENTITLED")).as("seed %d", seed).isGreaterThan(persons / 100);
    }

    /** @return how often each outcome came */
    private Map<String, Integer> compared(ArrayNode questions) throws Exception {
        List<JsonNode> theirs =
                new SecondEngine(folder).answers(SecondEngine.rights(Path.of("contracts/rights")), questions);
        Map<String, Integer> outcomes = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            String ours = ours(questions.path(i));
            String other = theirs.get(i).toString();
            if (!ours.equals(other)) {
                differences.add(questions.path(i).path("right").asText() + " on "
                        + questions.path(i).path("day").asText() + "\n ours   " + ours + "\n theirs " + other + "\n "
                        + questions.path(i).path("event")
                        + questions.path(i).path("dossier").path("facts")
                        + questions.path(i).path("about").path("facts"));
            }
            outcomes.merge(theirs.get(i).path("outcome").asText(), 1, Integer::sum);
        }
        assertThat(differences.stream().limit(SHOWN)).isEmpty();
        return outcomes;
    }

    private static String ours(JsonNode question) {
        Right right = RightCase.RIGHTS.stream()
                .filter(one -> one.code().equals(question.path("right").asText()))
                .findFirst()
                .orElseThrow();
        Optional<Evaluation> evaluated = Evaluation.of(
                right,
                new Known(
                        new DossierFacts(question.path("dossier"), RightCase.VOCABULARY),
                        question.has("about") ? new DossierFacts(question.path("about"), RightCase.VOCABULARY) : null,
                        question.path("event")),
                LocalDate.parse(question.path("day").asText()));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        evaluated.ifPresentOrElse(
                found -> {
                    answer.put("outcome", found.outcome().name());
                    ArrayNode conditions = answer.putArray("conditions");
                    found.rows().forEach(row -> {
                        switch (row.outcome()) {
                            case HOLDS -> conditions.add(true);
                            case DOES_NOT_HOLD -> conditions.add(false);
                            default -> conditions.addNull();
                        }
                    });
                    answer.put(
                            "amount",
                            found.amount() == null ? null : found.amount().toPlainString());
                },
                () -> answer.put("outcome", "NONE"));
        return answer.toString();
    }
}

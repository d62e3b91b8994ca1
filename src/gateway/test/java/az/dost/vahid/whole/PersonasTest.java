package az.dost.vahid.whole;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.population.Personas;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;

/**
 * Each persona's dossier, as {@code personas/<name>.json} tells it: the agencies that hold a record (all others say
 * that they hold none), parts of facts, all conflicts, the subject's state, and the verdict on each paper with its
 * reason. A paper that ends is still needed after its last day, which stands beside the verdict.
 */
class PersonasTest {
    private final RunningVahid vahid = RunningVahid.get();

    @ParameterizedTest
    @EnumSource
    void hasTheDossierOfItsStory(Personas persona) throws IOException {
        JsonNode story = story(persona);
        Dossier dossier = vahid.clerk().ask(persona.fin());
        Telling telling = Telling.of(dossier);

        assertThat(dossier.signedBy(vahid.clerk().certificate())).isTrue();
        assertThat(dossier.violations()).isEmpty();
        assertThat(dossier.json().path("completeness").asText()).isEqualTo("COMPLETE");
        assertThat(telling.verdicts().entrySet().stream()
                        .filter(entry -> entry.getValue().equals("ANSWERED"))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()))
                .isEqualTo(texts(story.path("answered")));
        story.path("facts")
                .fields()
                .forEachRemaining(fact -> assertThat(
                                contains(dossier.json().at("/facts/" + fact.getKey() + "/value"), fact.getValue()))
                        .as(
                                "%s of %s has %s",
                                fact.getKey(), dossier.json().at("/facts/" + fact.getKey()), fact.getValue())
                        .isTrue());
        Map<String, JsonNode> conflicts = new TreeMap<>();
        story.path("conflicts")
                .fields()
                .forEachRemaining(conflict -> conflicts.put(conflict.getKey(), conflict.getValue()));
        assertThat(telling.conflicts()).isEqualTo(conflicts);
        assertThat(dossier.json().at("/subject/state")).isEqualTo(story.at("/subject/state"));
        assertThat(dossier.json().at("/subject/since")).isEqualTo(story.at("/subject/since"));
        assertThat(dossier.json().at("/subject/source")).isEqualTo(story.at("/subject/source"));
        assertThat(dossier.json().at("/subject/reason")).isEqualTo(story.at("/subject/reason"));
        Map<String, String> documents = new TreeMap<>();
        story.path("documents")
                .fields()
                .forEachRemaining(document -> documents.put(
                        document.getKey(),
                        onThe(dossier.day(), document.getValue().asText())));
        assertThat(documents(dossier)).isEqualTo(documents);
    }

    private static String onThe(LocalDate day, String verdict) {
        String[] parts = verdict.split(" until ");
        return parts.length == 1 || !LocalDate.parse(parts[1]).isBefore(day) ? parts[0] : "STILL_NEEDED EXPIRED";
    }

    private static JsonNode story(Personas persona) throws IOException {
        String file = "personas/" + persona.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
        try (var in = new ClassPathResource(file).getInputStream()) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static TreeSet<String> texts(JsonNode list) {
        TreeSet<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** By document, the verdict and the code of its reason. */
    private static Map<String, String> documents(Dossier dossier) {
        Map<String, String> documents = new TreeMap<>();
        dossier.json()
                .path("documents")
                .forEach(document -> documents.put(
                        document.path("id").asText(),
                        document.path("verdict").asText() + " "
                                + document.at("/reason/code").asText()));
        return documents;
    }

    /** Whether all fields, and some element for each element, are there. */
    private static boolean contains(JsonNode whole, JsonNode part) {
        if (part.isObject()) {
            return part.properties().stream()
                    .allMatch(field ->
                            whole.has(field.getKey()) && contains(whole.get(field.getKey()), field.getValue()));
        }
        if (part.isArray()) {
            for (JsonNode element : part) {
                boolean found = false;
                for (JsonNode candidate : whole) {
                    found |= contains(candidate, element);
                }
                if (!found) {
                    return false;
                }
            }
            return true;
        }
        return whole.equals(part);
    }
}

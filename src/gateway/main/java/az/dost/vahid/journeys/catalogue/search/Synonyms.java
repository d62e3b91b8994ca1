package az.dost.vahid.journeys.catalogue.search;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/**
 * Other words for what services are called, and words that help to find none: {@code contracts/search/synonyms.yaml}.
 */
public final class Synonyms {
    private static final String FILE = "contracts/search/synonyms.yaml";
    /** Of a form by which a word is known to be one that is left out: shorter ones are left of too many words. */
    private static final int TELLING = 4;

    private final List<Group> groups;
    private final Set<String> leftOut = new HashSet<>();

    /** Lines of a group by language. */
    private record Lines(List<String> az, List<String> en) {
        static Lines of(JsonNode lines) {
            return new Lines(
                    Json.list(lines.path("az"), JsonNode::asText), Json.list(lines.path("en"), JsonNode::asText));
        }

        boolean fits(Set<String> forms, Set<String> stems) {
            return az.stream().anyMatch(line -> forms.containsAll(SearchTerms.words(line)))
                    || en.stream().anyMatch(line -> stems.containsAll(SearchTerms.stems(line)));
        }
    }

    private record Group(Lines of, Lines also) {}

    /** What a service is found by beside its titles. */
    record Also(List<String> az, List<String> en) {}

    private Synonyms(JsonNode content) {
        groups = Json.list(
                content.path("groups"), group -> new Group(Lines.of(group.path("of")), Lines.of(group.path("also"))));
        for (JsonNode words : content.path("leftOut")) {
            words.forEach(word -> leftOut.addAll(SearchTerms.words(word.asText())));
        }
    }

    /**
     * Those of the jar.
     *
     * @throws DefinitionException when the file is not as its schema says
     */
    public static Synonyms builtIn() {
        Definition definition = DefinitionReader.of("synonyms").read(new ClassPathResource(FILE), FILE);
        if (!definition.findings().isEmpty()) {
            throw new DefinitionException(definition.findings());
        }
        return new Synonyms(definition.content());
    }

    /** All lines of each group that the titles of the service belong to. */
    Also of(SearchableService service) {
        Set<String> forms = SearchTerms.forms(String.join("\n", service.az()));
        Set<String> stems = new HashSet<>(SearchTerms.stems(String.join("\n", service.en())));
        Also also = new Also(new ArrayList<>(), new ArrayList<>());
        for (Group group : groups) {
            if (group.of().fits(forms, stems)) {
                for (Lines lines : List.of(group.of(), group.also())) {
                    also.az().addAll(lines.az());
                    also.en().addAll(lines.en());
                }
            }
        }
        return also;
    }

    /** @param word folded. @return whether it says nothing of what is looked for, with whatever ending */
    boolean leavesOut(String word) {
        return AzerbaijaniForms.of(word).stream()
                .anyMatch(form -> leftOut.contains(form) && (form.equals(word) || form.length() >= TELLING));
    }
}

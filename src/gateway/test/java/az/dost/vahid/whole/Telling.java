package az.dost.vahid.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a dossier tells, without times and ids: two tellings can be compared.
 *
 * @param verdicts by agency, with the reason where there is one
 * @param facts by name: value, source, and the sources of fields that came from elsewhere
 * @param conflicts by fact and field: winner, rule, and what each source says (null for a source whose silence
 *     contradicts)
 * @param subject state, who says so, since when, and why nobody does, where there is such
 * @param papers verdict and reason, by paper
 */
record Telling(
        Map<String, String> verdicts,
        Map<String, JsonNode> facts,
        Map<String, JsonNode> conflicts,
        String subject,
        Map<String, String> papers) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static Telling of(Dossier dossier) {
        Map<String, JsonNode> facts = new TreeMap<>();
        dossier.json()
                .path("facts")
                .fields()
                .forEachRemaining(entry -> facts.put(entry.getKey(), fact(entry.getValue())));
        Map<String, JsonNode> conflicts = new TreeMap<>();
        dossier.json()
                .path("conflicts")
                .forEach(conflict -> conflicts.put(
                        conflict.path("fact").asText() + "."
                                + conflict.path("field").asText(),
                        conflict(conflict)));
        Map<String, String> papers = new TreeMap<>();
        dossier.json()
                .path("documents")
                .forEach(paper -> papers.put(
                        paper.path("id").asText(),
                        paper.path("verdict").asText() + " "
                                + paper.at("/reason/code").asText()));
        return new Telling(
                dossier.verdicts(), facts, conflicts, subject(dossier.json().path("subject")), papers);
    }

    private static String subject(JsonNode subject) {
        return Stream.of("state", "source", "since", "reason")
                .filter(subject::has)
                .map(member -> subject.get(member).asText())
                .collect(Collectors.joining(" "));
    }

    private static ObjectNode fact(JsonNode known) {
        ObjectNode fact =
                fact(known.path("value"), known.at("/provenance/source").asText());
        known.at("/provenance/fields")
                .fields()
                .forEachRemaining(field -> fact.withObject("/fields")
                        .put(field.getKey(), field.getValue().path("source").asText()));
        return fact;
    }

    static ObjectNode fact(JsonNode value, String source) {
        return NODES.objectNode().put("source", source).set("value", value);
    }

    private static ObjectNode conflict(JsonNode conflict) {
        ObjectNode values = NODES.objectNode();
        conflict.path("values").forEach(said -> values.set(said.path("source").asText(), said.get("value")));
        return conflict(conflict.path("winner").asText(), conflict.path("rule").asText(), values);
    }

    static ObjectNode conflict(String winner, String rule, ObjectNode values) {
        return NODES.objectNode().put("winner", winner).put("rule", rule).set("values", values);
    }
}

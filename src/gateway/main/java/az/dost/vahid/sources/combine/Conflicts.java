package az.dost.vahid.sources.combine;

import az.dost.vahid.answer.SourceAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What registers disagree about, with all that each of them says: the loser's word is never dropped. */
final class Conflicts {
    /** Dotted and dotless i are two letters. */
    private static final Locale AZERBAIJANI = Locale.forLanguageTag("az");

    private final ArrayNode list = JsonNodeFactory.instance.arrayNode();
    private final ConflictTexts texts;

    Conflicts(ConflictTexts texts) {
        this.texts = texts;
    }

    /** All of them, each with its words. */
    ArrayNode list() {
        list.forEach(conflict ->
                texts.tell((ObjectNode) conflict, conflict.path("rule").textValue()));
        return list;
    }

    /**
     * @param ranked the sources of the fact, the winner first
     * @param value of the fact in the dossier
     */
    void disagreements(CombineRule rule, List<SourceAnswer> ranked, JsonNode value) {
        if (ranked.size() == 1) {
            return;
        }
        Set<String> told = new LinkedHashSet<>();
        for (String field : rule.compared()) {
            List<SourceAnswer> speaking = ranked.stream()
                    .filter(answer -> said(rule, answer, field) != null)
                    .toList();
            if (speaking.stream()
                    .anyMatch(answer -> !same(rule, said(rule, speaking.get(0), field), said(rule, answer, field)))) {
                told.add(field);
                add(rule, field, speaking.get(0), speaking);
            }
        }
        if (told.contains(rule.fact())) {
            return;
        }
        Set<String> more = differing(rule, ranked, value);
        more.removeAll(told);
        for (String field : more) {
            List<SourceAnswer> saying = new ArrayList<>(List.of(ranked.get(0)));
            ranked.stream()
                    .skip(1)
                    .filter(answer -> said(rule, answer, field) != null)
                    .forEach(saying::add);
            add(rule, field, ranked.get(0), saying);
        }
    }

    /** Fields that a less believed source has, and the dossier's value lacks or has otherwise. */
    private static Set<String> differing(CombineRule rule, List<SourceAnswer> ranked, JsonNode value) {
        Set<String> fields = new LinkedHashSet<>();
        ranked.stream()
                .skip(1)
                .map(answer -> answer.facts().get(rule.fact()))
                .filter(JsonNode::isObject)
                .forEach(record -> record.properties().forEach(field -> {
                    JsonNode known = value.get(field.getKey());
                    if (known == null || !same(rule, known, field.getValue())) {
                        fields.add(field.getKey());
                    }
                }));
        return fields;
    }

    /** One whose silence contradicts what another says. */
    void silence(CombineRule rule, SourceAnswer winner, SourceAnswer silent) {
        add(rule, rule.compared().get(0), winner, List.of(winner, silent));
    }

    /** The first of these who is most believed, and says nothing, wins over the others. */
    void denial(CombineRule rule, SourceAnswer denying, List<SourceAnswer> others) {
        List<SourceAnswer> saying = new ArrayList<>(List.of(denying));
        saying.addAll(others);
        add(rule, rule.compared().get(0), denying, saying);
    }

    /** Another fact has the field otherwise than those that give the rule's fact. */
    void across(CombineRule rule, String field, String otherFact, List<SourceAnswer> answers) {
        List<SourceAnswer> saying = answers.stream()
                .filter(answer -> said(rule, answer, field) != null)
                .sorted(rule.byRank())
                .toList();
        List<SourceAnswer> others = answers.stream()
                .filter(answer -> answer.facts().path(otherFact).has(field))
                .toList();
        if (saying.isEmpty() || others.isEmpty()) {
            return;
        }
        ArrayNode values = add(rule, field, saying.get(0), saying);
        others.forEach(answer -> {
            ObjectNode value = JsonNodeFactory.instance.objectNode().put("source", answer.agency());
            value.set("value", answer.facts().get(otherFact).get(field));
            values.add(Combiner.stand(value, answer));
        });
    }

    /** @return the values, to which others may be added */
    private ArrayNode add(CombineRule rule, String field, SourceAnswer winner, List<SourceAnswer> saying) {
        ObjectNode conflict = list.addObject().put("fact", rule.fact()).put("field", field);
        ArrayNode values = conflict.putArray("values");
        saying.forEach(answer -> values.add(saying(rule, answer, field)));
        conflict.put("winner", winner.agency()).put("rule", rule.rule());
        return values;
    }

    private static ObjectNode saying(CombineRule rule, SourceAnswer answer, String field) {
        ObjectNode saying = JsonNodeFactory.instance.objectNode().put("source", answer.agency());
        JsonNode value = said(rule, answer, field);
        if (value != null) {
            saying.set("value", value);
        }
        if (answer.facts().has(rule.fact()) && !field.equals(rule.fact())) {
            saying.set("record", answer.facts().get(rule.fact()));
        }
        return Combiner.stand(saying, answer);
    }

    /** What an answer says of a field, or of the fact as a whole; null when it says nothing. */
    private static JsonNode said(CombineRule rule, SourceAnswer answer, String field) {
        JsonNode value = answer.facts().get(rule.fact());
        return value == null || field.equals(rule.fact()) ? value : value.get(field);
    }

    private static boolean same(CombineRule rule, JsonNode one, JsonNode other) {
        return one.equals(other)
                || rule.ignoreCase()
                        && one.isTextual()
                        && other.isTextual()
                        && one.textValue()
                                .toUpperCase(AZERBAIJANI)
                                .equals(other.textValue().toUpperCase(AZERBAIJANI));
    }
}

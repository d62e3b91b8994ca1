package az.dost.vahid.combine;

import az.dost.vahid.agency.SourceAnswer;
import az.dost.vahid.agency.Verdict;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Makes one set of facts out of many answers: a winner for each fact, every disagreement kept. */
public final class Combiner {
    /** Dotted and dotless i are two letters. */
    private static final Locale AZERBAIJANI = Locale.forLanguageTag("az");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private final CombineRules rules;

    public Combiner(CombineRules rules) {
        this.rules = rules;
    }

    /**
     * @param needed  facts in the order in which they are to appear; facts that nobody gave are left out
     * @param answers in any order
     */
    public Combined combine(Collection<String> needed, List<SourceAnswer> answers) {
        ObjectNode facts = NODES.objectNode();
        ArrayNode conflicts = NODES.arrayNode();
        List<SourceAnswer> sorted = answers.stream().sorted(Comparator.comparing(SourceAnswer::agency)).toList();
        for (String fact : needed) {
            CombineRule rule = rules.of(fact);
            List<SourceAnswer> ranked = sorted.stream().filter(answer -> answer.facts().has(fact))
                    .sorted(Comparator.comparingInt(answer -> rule.rank(answer.agency()))).toList();
            if (!ranked.isEmpty()) {
                facts.set(fact, entry(fact, ranked, rule));
                disagreements(rule, ranked, conflicts);
                contradictions(rule, ranked.get(0), sorted, conflicts);
            }
        }
        return new Combined(facts, conflicts);
    }

    /** Of agencies that hold a fact, at least one, the one that is believed first. */
    public String foremost(String fact, Collection<String> agencies) {
        CombineRule rule = rules.of(fact);
        return agencies.stream().min(Comparator.<String>comparingInt(rule::rank).thenComparing(Comparator.naturalOrder())).orElseThrow();
    }

    private static ObjectNode entry(String fact, List<SourceAnswer> ranked, CombineRule rule) {
        SourceAnswer winner = ranked.get(0);
        ObjectNode provenance = origin(winner);
        JsonNode value = winner.facts().get(fact);
        if (value instanceof ObjectNode object && ranked.size() > 1) {
            ObjectNode filled = object.deepCopy();
            ObjectNode fields = NODES.objectNode();
            for (String field : rule.fill()) {
                for (SourceAnswer other : ranked) {
                    if (!filled.has(field) && other.facts().get(fact).has(field)) {
                        filled.set(field, other.facts().get(fact).get(field));
                        fields.set(field, origin(other));
                    }
                }
            }
            value = filled;
            if (!fields.isEmpty()) {
                provenance.set("fields", fields);
            }
        }
        ObjectNode entry = NODES.objectNode();
        entry.set("value", value);
        entry.set("provenance", provenance);
        return entry;
    }

    private static ObjectNode origin(SourceAnswer answer) {
        return NODES.objectNode().put("source", answer.agency()).put("asOf", Instants.text(answer.asOf()))
                .put("evidence", answer.evidence().get(0).id().toString());
    }

    private static void disagreements(CombineRule rule, List<SourceAnswer> ranked, ArrayNode conflicts) {
        for (String field : rule.compared()) {
            List<SourceAnswer> speaking = ranked.stream().filter(answer -> said(rule, answer, field) != null).toList();
            if (speaking.stream().anyMatch(answer -> !same(rule, said(rule, speaking.get(0), field), said(rule, answer, field)))) {
                ArrayNode values = conflict(rule, field, speaking.get(0), conflicts);
                speaking.forEach(answer -> values.add(saying(answer, said(rule, answer, field))));
            }
        }
    }

    private static void contradictions(CombineRule rule, SourceAnswer winner, List<SourceAnswer> answers, ArrayNode conflicts) {
        for (SourceAnswer silent : answers) {
            if (rule.absenceConflicts().contains(silent.agency()) && silent.verdict() == Verdict.ANSWERED
                    && !silent.facts().has(rule.fact())) {
                String field = rule.compared().get(0);
                conflict(rule, field, winner, conflicts).add(saying(winner, said(rule, winner, field))).add(saying(silent, null));
            }
        }
    }

    /** What an answer says of a field, or of the fact as a whole; null when it says nothing. */
    private static JsonNode said(CombineRule rule, SourceAnswer answer, String field) {
        JsonNode value = answer.facts().get(rule.fact());
        return field.equals(rule.fact()) ? value : value.get(field);
    }

    private static ArrayNode conflict(CombineRule rule, String field, SourceAnswer winner, ArrayNode conflicts) {
        ObjectNode conflict = conflicts.addObject().put("fact", rule.fact()).put("field", field);
        ArrayNode values = conflict.putArray("values");
        conflict.put("winner", winner.agency()).put("rule", rule.rule());
        return values;
    }

    private static ObjectNode saying(SourceAnswer answer, JsonNode value) {
        ObjectNode saying = NODES.objectNode().put("source", answer.agency());
        if (value != null) {
            saying.set("value", value);
        }
        return saying.put("asOf", Instants.text(answer.asOf()));
    }

    private static boolean same(CombineRule rule, JsonNode one, JsonNode other) {
        return one.equals(other) || rule.ignoreCase() && one.isTextual() && other.isTextual()
                && one.textValue().toUpperCase(AZERBAIJANI).equals(other.textValue().toUpperCase(AZERBAIJANI));
    }
}

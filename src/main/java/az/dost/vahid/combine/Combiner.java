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

/** Makes one set of facts out of many answers: a winner for each fact, every disagreement kept. */
public final class Combiner {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private final CombineRules rules;

    public Combiner(CombineRules rules) {
        this.rules = rules;
    }

    /** @param needed facts in the order in which they are to appear; facts that nobody gave are left out */
    public Combined combine(Collection<String> needed, List<SourceAnswer> answers) {
        ObjectNode facts = NODES.objectNode();
        ArrayNode conflicts = NODES.arrayNode();
        for (String fact : needed) {
            CombineRule rule = rules.of(fact);
            List<SourceAnswer> ranked = answers.stream().filter(answer -> answer.facts().has(fact))
                    .sorted(Comparator.comparingInt((SourceAnswer answer) -> rule.rank(answer.agency()))
                            .thenComparing(SourceAnswer::agency)).toList();
            if (!ranked.isEmpty()) {
                ObjectNode entry = entry(fact, ranked, rule);
                facts.set(fact, entry);
                disagreements(rule, ranked, entry, conflicts);
                contradictions(rule, ranked.get(0), answers, conflicts);
            }
        }
        return new Combined(facts, conflicts);
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

    private static void disagreements(CombineRule rule, List<SourceAnswer> ranked, ObjectNode entry, ArrayNode conflicts) {
        for (String field : rule.compare()) {
            JsonNode won = entry.path("value").path(field);
            List<SourceAnswer> speaking = ranked.stream().filter(answer -> answer.facts().get(rule.fact()).has(field)).toList();
            if (speaking.stream().anyMatch(answer -> !same(rule, won, answer.facts().get(rule.fact()).get(field)))) {
                ArrayNode values = conflict(rule, field, speaking.get(0), conflicts);
                speaking.forEach(answer -> values.add(saying(answer, answer.facts().get(rule.fact()).get(field))));
            }
        }
    }

    private static void contradictions(CombineRule rule, SourceAnswer winner, List<SourceAnswer> answers, ArrayNode conflicts) {
        for (SourceAnswer silent : answers) {
            if (rule.absenceConflicts().contains(silent.agency()) && silent.verdict() == Verdict.ANSWERED
                    && !silent.facts().has(rule.fact())) {
                JsonNode value = winner.facts().get(rule.fact());
                String field = rule.compare().isEmpty() ? value.fieldNames().next() : rule.compare().get(0);
                conflict(rule, field, winner, conflicts).add(saying(winner, value.get(field))).add(saying(silent, null));
            }
        }
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
                && one.textValue().equalsIgnoreCase(other.textValue());
    }
}

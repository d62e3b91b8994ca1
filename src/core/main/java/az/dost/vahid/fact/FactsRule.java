package az.dost.vahid.fact;

import az.dost.vahid.answer.Unmappable;
import az.dost.vahid.definition.Nearest;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rule of plausibility for facts of one agency: records of some kinds never stand together. Which of them is wrong
 * when they do nobody knows, so none is believed.
 *
 * @param id stable code
 */
record FactsRule(String id, List<Kind> never) {
    static final Set<String> KINDS = Set.of("never");

    /**
     * A kind of record.
     *
     * @param where values of fields, one of which it has; a record that lacks the field is not of the kind
     * @param from field with its first day; null where it needs not have begun
     * @param until field with its last day, absent while it lasts; null where it may be over. One that ends today is
     *     over
     */
    record Kind(String fact, Map<String, Set<String>> where, String from, String until) {
        boolean holds(JsonNode record, LocalDate today) {
            String day = today.toString();
            return where.entrySet().stream()
                            .allMatch(wanted -> wanted.getValue()
                                    .contains(record.path(wanted.getKey()).asText()))
                    && (from == null || record.path(from).asText().compareTo(day) <= 0)
                    && (until == null
                            || !record.has(until)
                            || record.path(until).asText().compareTo(day) > 0);
        }
    }

    /** Values of fields, one of which a record must have, by field. */
    static Map<String, Set<String>> where(JsonNode where) {
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        where.properties()
                .forEach(
                        field -> wanted.put(field.getKey(), Set.copyOf(Json.list(field.getValue(), JsonNode::asText))));
        return wanted;
    }

    /** Null for a rule that is a mistake. */
    static FactsRule of(SchemaPart rule, Set<String> facts, Mistakes mistakes) {
        List<Kind> never = new ArrayList<>();
        for (SchemaPart kind : rule.child("never").children()) {
            String fact = kind.value().path("fact").asText();
            if (!facts.contains(fact)) {
                mistakes.add(kind, "there is no fact " + fact, Nearest.of(fact, facts));
                return null;
            }
            never.add(new Kind(
                    fact,
                    where(kind.value().path("where")),
                    kind.value().path("from").textValue(),
                    kind.value().path("until").textValue()));
        }
        if (never.size() < 2) {
            mistakes.add(rule, "never needs two kinds of records or more");
            return null;
        }
        return new FactsRule(rule.value().path("rule").textValue(), List.copyOf(never));
    }

    /**
     * The facts without what breaks the rule.
     *
     * @param facts of which each is believed by itself
     * @param given the agency's own, which are not changed
     */
    ObjectNode believed(ObjectNode facts, ObjectNode given, CheckRun trail) {
        List<Set<Integer>> broken = new ArrayList<>();
        for (Kind kind : never) {
            JsonNode fact = facts.get(kind.fact);
            Set<Integer> places = fact == null ? Set.of() : places(kind, fact, trail.today());
            if (places.isEmpty()) {
                return facts;
            }
            broken.add(places);
        }
        ObjectNode left = facts != given ? facts : given.objectNode().setAll(given);
        for (int i = 0; i < never.size(); i++) {
            String fact = never.get(i).fact;
            if (left.get(fact) instanceof ArrayNode list) {
                leaveOut(fact, list, broken.get(i), left, trail);
            } else if (left.has(fact)) {
                trail.tellPart(fact, "/" + fact, id);
                left.remove(fact);
            }
        }
        return left;
    }

    private static Set<Integer> places(Kind kind, JsonNode fact, LocalDate today) {
        Set<Integer> places = new HashSet<>();
        if (fact instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                if (kind.holds(list.get(i), today)) {
                    places.add(i);
                }
            }
        } else if (kind.holds(fact, today)) {
            places.add(0);
        }
        return places;
    }

    private void leaveOut(String fact, ArrayNode list, Set<Integer> broken, ObjectNode facts, CheckRun trail) {
        List<String> places = Unmappable.places("/" + fact, trail.told(), list.size());
        ArrayNode smaller = list.arrayNode();
        for (int i = 0; i < list.size(); i++) {
            if (broken.contains(i)) {
                trail.tellPart(fact, places.get(i), id);
            } else {
                smaller.add(list.get(i));
            }
        }
        if (smaller.isEmpty()) {
            facts.remove(fact);
        } else {
            facts.set(fact, smaller);
        }
    }
}

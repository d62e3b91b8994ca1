package az.dost.vahid.fact;

import az.dost.vahid.definition.Nearest;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Compiles rules of plausibility for the fields of one record together.
 *
 * <ul>
 *   <li>{@code order}: two days, the first not after the second
 *   <li>{@code counts}: a number and a list, which has no more items than the number says
 *   <li>{@code fields} and {@code oneOf}: the fields have, in this order, one of some rows of values
 *   <li>{@code current} and {@code where}: an academic year is the present one where other fields have some values
 *   <li>{@code distinct} and {@code by}: two parts, each a record or a list of them, have no value of a field in common
 * </ul>
 */
final class RecordRuleReader {
    static final Set<String> KINDS = Set.of("order", "counts", "fields", "oneOf", "current", "where", "distinct", "by");
    private final Map<String, Shape> fields;
    private final Mistakes mistakes;

    RecordRuleReader(Map<String, Shape> fields, Mistakes mistakes) {
        this.fields = fields;
        this.mistakes = mistakes;
    }

    /** Null for a rule that is a mistake. */
    RecordRule read(SchemaPart rule) {
        for (String pair : List.of("order", "counts")) {
            if (rule.value().has(pair)) {
                return pair(rule, rule.child(pair));
            }
        }
        if (rule.value().has("current")) {
            return current(rule);
        }
        return rule.value().has("distinct") ? distinct(rule) : rows(rule);
    }

    private RecordRule current(SchemaPart rule) {
        SchemaPart year = rule.child("current");
        List<String> names = new ArrayList<>(List.of(year.value().asText()));
        rule.value().path("where").fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (!isKnown(year, name)) {
                return null;
            }
        }
        Map<String, Set<String>> where = FactsRule.where(rule.value().path("where"));
        return new RecordRule(
                id(rule),
                List.copyOf(names),
                (record, today) -> where.entrySet().stream()
                                .anyMatch(wanted -> !wanted.getValue()
                                        .contains(record.get(wanted.getKey()).asText()))
                        || Plausible.isOfNow(record.get(names.get(0)).textValue(), today));
    }

    private RecordRule distinct(SchemaPart rule) {
        List<String> names = names(rule.child("distinct"));
        String by = rule.value().path("by").asText();
        if (names == null) {
            return null;
        }
        if (names.size() != 2 || by.isEmpty()) {
            mistakes.add(rule, "distinct names two parts of the record, and by the field that tells who they are");
            return null;
        }
        return new RecordRule(
                id(rule),
                names,
                (record, today) -> Collections.disjoint(
                        record.get(names.get(0)).findValuesAsText(by),
                        record.get(names.get(1)).findValuesAsText(by)));
    }

    private static String id(SchemaPart rule) {
        return rule.value().path("rule").textValue();
    }

    private RecordRule pair(SchemaPart rule, SchemaPart pair) {
        List<String> names = names(pair);
        boolean order = pair.name().equals("order");
        if (names == null) {
            return null;
        }
        boolean fits = names.size() == 2
                && (order
                        ? isDay(names.get(0)) && isDay(names.get(1))
                        : fields.get(names.get(0)) instanceof NumberShape
                                && fields.get(names.get(1)) instanceof ListShape);
        if (!fits) {
            mistakes.add(
                    pair, pair.name() + " names " + (order ? "two days" : "a number and a list") + " of the record");
            return null;
        }
        BiPredicate<ObjectNode, LocalDate> test = order
                ? (record, today) -> record.get(names.get(0))
                                .textValue()
                                .compareTo(record.get(names.get(1)).textValue())
                        <= 0
                : (record, today) -> record.get(names.get(0)).longValue()
                        >= record.get(names.get(1)).size();
        return new RecordRule(id(rule), names, test);
    }

    private RecordRule rows(SchemaPart rule) {
        List<String> names = names(rule.child("fields"));
        Set<List<String>> rows = new HashSet<>();
        for (JsonNode row : rule.value().path("oneOf")) {
            List<String> values = Json.list(row, JsonNode::asText);
            rows.add(values);
        }
        if (names == null) {
            return null;
        }
        if (names.isEmpty() || rows.isEmpty() || rows.stream().anyMatch(row -> row.size() != names.size())) {
            mistakes.add(rule, "oneOf needs fields, and rows of a value for each of them");
            return null;
        }
        return new RecordRule(
                id(rule),
                names,
                (record, today) -> rows.contains(
                        names.stream().map(name -> record.get(name).asText()).toList()));
    }

    private boolean isDay(String field) {
        return fields.get(field) instanceof TextShape text && text.day();
    }

    private List<String> names(SchemaPart list) {
        List<String> names = new ArrayList<>();
        for (SchemaPart name : list.children()) {
            String field = name.value().asText();
            if (!isKnown(name, field)) {
                return null;
            }
            names.add(field);
        }
        return List.copyOf(names);
    }

    private boolean isKnown(SchemaPart place, String field) {
        if (!fields.containsKey(field)) {
            mistakes.add(place, "the record has no field " + field, Nearest.of(field, fields.keySet()));
            return false;
        }
        return true;
    }
}

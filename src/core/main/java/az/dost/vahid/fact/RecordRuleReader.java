package az.dost.vahid.fact;

import az.dost.vahid.definition.Nearest;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Compiles rules of plausibility for the fields of one record together.
 *
 * <ul>
 *   <li>{@code order}: two days, the first not after the second
 *   <li>{@code counts}: a number and a list, which has no more items than the number says
 *   <li>{@code fields} and {@code oneOf}: the fields have, in this order, one of some rows of values
 * </ul>
 */
final class RecordRuleReader {
    static final Set<String> KINDS = Set.of("order", "counts", "fields", "oneOf");
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
        return rows(rule);
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
        Predicate<ObjectNode> test = order
                ? record -> record.get(names.get(0))
                                .textValue()
                                .compareTo(record.get(names.get(1)).textValue())
                        <= 0
                : record -> record.get(names.get(0)).longValue()
                        >= record.get(names.get(1)).size();
        return new RecordRule(rule.value().path("rule").textValue(), names, test);
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
                rule.value().path("rule").textValue(),
                names,
                record -> rows.contains(
                        names.stream().map(name -> record.get(name).asText()).toList()));
    }

    private boolean isDay(String field) {
        return fields.get(field) instanceof TextShape text && text.day();
    }

    private List<String> names(SchemaPart list) {
        List<String> names = new ArrayList<>();
        for (SchemaPart name : list.children()) {
            String field = name.value().asText();
            if (!fields.containsKey(field)) {
                mistakes.add(name, "the record has no field " + field, Nearest.of(field, fields.keySet()));
                return null;
            }
            names.add(field);
        }
        return List.copyOf(names);
    }
}

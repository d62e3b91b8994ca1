package az.dost.vahid.fact;

import az.dost.vahid.definition.Nearest;
import az.dost.vahid.fact.RecordShape.Field;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/**
 * Compiles definitions of {@code contracts/dossier.schema.json}. It knows the keywords that facts are defined with, and
 * no other: one that it does not know is a mistake, since what it means would not be checked.
 */
final class ShapeReader {
    static final int DEEPEST = 16;
    private static final Set<String> ALWAYS = Set.of(
            "title",
            "description",
            "type",
            "x-sources",
            "x-confirmedBy",
            "x-specialCategory",
            "x-plausible",
            "x-absenceMeans");
    /** Of types whose values are held to rules of plausibility. */
    private static final Set<String> PLAUSIBLE = Set.of("string", "integer", "object", "array");

    private static final Map<String, Set<String>> BY_TYPE = Map.of(
            "enum", Set.of("enum"),
            "string", Set.of("pattern", "format", "minLength", "maxLength", "contentEncoding", "contentMediaType"),
            "integer", Set.of("minimum", "maximum"),
            "boolean", Set.of(),
            "array", Set.of("items", "minItems"),
            "object", Set.of("properties", "required", "additionalProperties"));
    private final SchemaPart schema;
    private final Mistakes mistakes;
    private final ValueRuleReader rules;

    ShapeReader(JsonNode schema, Mistakes mistakes) {
        this.schema = new SchemaPart(schema, List.of());
        this.mistakes = mistakes;
        this.rules = new ValueRuleReader(mistakes);
    }

    /** The fact of a name; null where the definition is wrong. */
    Shape fact(String name) {
        return read(schema.child("$defs").child(name), 1);
    }

    /** What facts of one agency must be together. */
    List<FactsRule> together(Set<String> facts) {
        SchemaPart rules = schema.child("properties").child("facts").child("x-plausible");
        return rules.value().isMissingNode() ? List.of() : this.rules.ofFacts(rules.children(), facts);
    }

    private Shape read(SchemaPart place, int depth) {
        Keywords keywords = Keywords.of(place, schema.child("$defs"), mistakes);
        if (depth == DEEPEST) {
            mistakes.add(place, "the definition is nested too deeply");
            return null;
        }
        String type = keywords.text("type", keywords.has("enum") ? "enum" : "");
        Set<String> known = new HashSet<>(ALWAYS);
        known.addAll(BY_TYPE.getOrDefault(type, Set.of()));
        for (SchemaPart keyword : keywords.all()) {
            if (!known.contains(keyword.name())) {
                mistakes.add(
                        keyword,
                        "the check of facts does not know the keyword " + keyword.name() + " for "
                                + (type.isEmpty() ? "a value without a type" : type),
                        Nearest.of(keyword.name(), known));
            }
        }
        if (!PLAUSIBLE.contains(type)) {
            keywords.plausible()
                    .forEach(rule -> mistakes.add(
                            rule,
                            "there is no rule of plausibility for "
                                    + (type.isEmpty() ? "a value without a type" : type)));
        }
        return switch (type) {
            case "enum" -> new OneOfShape(values(keywords.place("enum")));
            case "string" -> text(keywords);
            case "integer" ->
                new NumberShape(
                        keywords.number("minimum", Long.MIN_VALUE),
                        keywords.number("maximum", Long.MAX_VALUE),
                        rules.ofNumber(keywords.plausible()));
            case "boolean" -> new FlagShape();
            case "array" -> list(keywords, depth);
            case "object" -> record(keywords, depth);
            default -> {
                mistakes.add(
                        place,
                        "the check of facts does not know the type " + (type.isEmpty() ? "of this value" : type));
                yield null;
            }
        };
    }

    private static Set<Object> values(SchemaPart list) {
        Set<Object> values = new HashSet<>();
        list.value().forEach(value -> values.add(value.isNumber() ? (Object) value.longValue() : value.textValue()));
        return values;
    }

    private Shape text(Keywords keywords) {
        SchemaPart format = keywords.place("format");
        boolean day = format.value().asText().equals("date");
        if (keywords.has("format") && !day) {
            mistakes.add(
                    format,
                    "the check of facts does not know the format "
                            + format.value().asText());
        }
        return new TextShape(
                (int) keywords.number("minLength", 0),
                (int) keywords.number("maxLength", Integer.MAX_VALUE),
                pattern(keywords),
                day,
                rules.ofText(keywords.plausible(), day));
    }

    private TextPattern pattern(Keywords keywords) {
        if (!keywords.has("pattern")) {
            return null;
        }
        SchemaPart place = keywords.place("pattern");
        String pattern = place.value().asText();
        if (!pattern.startsWith("^") || !pattern.endsWith("$")) {
            mistakes.add(place, "a pattern is for a whole text: from ^ to $");
        }
        try {
            return TextPattern.of(pattern);
        } catch (PatternSyntaxException e) {
            mistakes.add(place, "is no pattern: " + e.getDescription());
            return null;
        }
    }

    private Shape list(Keywords keywords, int depth) {
        if (keywords.number("minItems", 0) > 1) {
            mistakes.add(keywords.place("minItems"), "the check of facts knows no list that needs more than one item");
        }
        Shape item = read(keywords.place("items"), depth + 1);
        return new ListShape(item, keywords.number("minItems", 0) > 0, rules.ofList(keywords.plausible(), item));
    }

    private Shape record(Keywords keywords, int depth) {
        if (keywords.place("additionalProperties").value().asBoolean(true)) {
            mistakes.add(keywords.self(), "a record of a fact has additionalProperties false");
        }
        Map<String, Shape> shapes = new HashMap<>();
        Map<String, Field> fields = new HashMap<>();
        List<String> required = new ArrayList<>();
        keywords.place("required").value().forEach(name -> required.add(name.textValue()));
        for (SchemaPart property : keywords.place("properties").children()) {
            String name = property.name();
            Shape shape = read(property, depth + 1);
            shapes.put(name, shape);
            fields.put(
                    name,
                    new Field(shape, required.contains(name) || property.value().has("x-absenceMeans")));
        }
        for (SchemaPart name : keywords.place("required").children()) {
            if (!fields.containsKey(name.value().textValue())) {
                mistakes.add(
                        name,
                        "the record has no field " + name.value().asText(),
                        Nearest.of(name.value().asText(), fields.keySet()));
            }
        }
        return new RecordShape(Map.copyOf(fields), List.copyOf(required), rules.ofRecord(keywords.plausible(), shapes));
    }

    /** True or false. */
    private record FlagShape() implements Shape {
        @Override
        public JsonNode believed(JsonNode value, CheckRun trail) {
            if (value instanceof BooleanNode) {
                return value;
            }
            trail.tellKind(value);
            return null;
        }
    }

    /** One of some texts, or one of some whole numbers (as Long). */
    private record OneOfShape(Set<Object> values) implements Shape {
        @Override
        public JsonNode believed(JsonNode value, CheckRun trail) {
            Number number = value.numberValue();
            Object known = number == null
                    ? value.textValue()
                    : number.doubleValue() == number.longValue() ? (Object) number.longValue() : number;
            if (known == null) {
                trail.tellKind(value);
                return null;
            }
            if (!values.contains(known)) {
                trail.tell("ENUM");
                return null;
            }
            return number == null || value.isIntegralNumber() ? value : LongNode.valueOf(number.longValue());
        }
    }
}

package az.dost.vahid.kit.draft;

import az.dost.vahid.kit.draft.field.Example;
import az.dost.vahid.kit.draft.field.Kind;
import az.dost.vahid.kit.draft.field.Value;
import az.dost.vahid.kit.draft.schema.Restricted;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Values of an API's simple schemas: their kind, and one example of their form. */
final class ApiValues {
    private static final Pattern EXPRESSION = Pattern.compile("(?s)\\^.*[\\[\\\\(.].*\\$");
    private static final Pattern FEW_WORDS = Pattern.compile("[\\p{L}'-]{2,20}(?: [\\p{L}'-]{1,20}){0,3}[.]?");

    /** Of the parts of a schema the first that has a member; missing when none has. */
    static JsonNode first(List<JsonNode> parts, String member) {
        return parts.stream()
                .filter(part -> part.has(member))
                .findFirst()
                .map(part -> part.path(member))
                .orElse(MissingNode.getInstance());
    }

    /** What its title or its description says in a few words; null where neither does. */
    static String words(List<JsonNode> parts) {
        return Stream.of("title", "description")
                .map(member -> first(parts, member).asText().strip())
                .filter(text -> FEW_WORDS.matcher(text).matches())
                .findFirst()
                .orElse(null);
    }

    static Value of(List<JsonNode> parts, String type) {
        List<String> values = new ArrayList<>();
        for (JsonNode value : first(parts, "enum")) {
            if (!value.isNull() && !value.asText().isEmpty()) {
                values.add(value.asText());
            }
        }
        JsonNode only = first(parts, "const");
        if (only.isValueNode() && !only.isNull()) {
            values.add(only.asText());
        }
        if (!values.isEmpty()) {
            boolean number = only.isNumber() || first(parts, "enum").path(0).isNumber();
            return number ? new Value(Kind.NUMBER, null, values, values.get(0)) : Value.oneOf(values);
        }
        JsonNode one = first(parts, "example");
        JsonNode example = one.isMissingNode() ? first(parts, "examples").path(0) : one;
        return switch (type) {
            case "integer" -> Value.of(Kind.NUMBER, null, number(parts, example, "1"));
            case "number" -> Value.of(Kind.NUMBER, null, number(parts, example, "12.5"));
            case "boolean" -> Value.of(Kind.BOOLEAN, null, "true");
            default -> text(parts, example.isValueNode() && !example.isNull() ? example.asText() : null);
        };
    }

    /** The example, or else another number, that keeps to the bounds; where none is found, the example. */
    private static String number(List<JsonNode> parts, JsonNode example, String usual) {
        String first = example.isNumber() ? example.asText() : usual;
        Stream<BigDecimal> around = Stream.of(
                        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
                .map(bound -> first(parts, bound))
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .flatMap(bound ->
                        Stream.of(bound, bound.add(BigDecimal.ONE), bound.subtract(BigDecimal.ONE), bound.negate()));
        return Stream.concat(Stream.of(new BigDecimal(first), BigDecimal.ZERO), around)
                .filter(number -> bounded(parts, number))
                .map(BigDecimal::toPlainString)
                .findFirst()
                .orElse(first);
    }

    /** OpenAPI 3.0 says by a truth value that a bound is none of the numbers, 3.1 by another word for the bound. */
    private static boolean bounded(List<JsonNode> parts, BigDecimal number) {
        JsonNode least = first(parts, "minimum");
        JsonNode most = first(parts, "maximum");
        JsonNode above = first(parts, "exclusiveMinimum");
        JsonNode below = first(parts, "exclusiveMaximum");
        JsonNode step = first(parts, "multipleOf");
        return (!least.isNumber()
                        || number.compareTo(least.decimalValue()) >= (above.isBoolean() && above.asBoolean() ? 1 : 0))
                && (!most.isNumber()
                        || number.compareTo(most.decimalValue()) <= (below.isBoolean() && below.asBoolean() ? -1 : 0))
                && (!above.isNumber() || number.compareTo(above.decimalValue()) > 0)
                && (!below.isNumber() || number.compareTo(below.decimalValue()) < 0)
                && (!step.isNumber()
                        || step.decimalValue().signum() <= 0
                        || number.remainder(step.decimalValue()).signum() == 0);
    }

    private static Value text(List<JsonNode> parts, String example) {
        JsonNode pattern = first(parts, "pattern");
        boolean given = example != null && !example.isEmpty();
        // Some contracts write into an example how a value is written.
        boolean expression =
                given && !pattern.isTextual() && EXPRESSION.matcher(example).matches();
        if (given && !expression && bounds(parts, pattern.asText(null)).allow(example)) {
            return Value.like(example).kind() == Kind.NUMBER ? Value.text(example) : Value.like(example);
        }
        int least = bound(first(parts, "minLength"), 0);
        int most = bound(first(parts, "maxLength"), Restricted.LONGEST);
        // As many characters as a FIN has may be one.
        String any = least == Roles.FIN.length() && most == least ? Roles.FIN : Restricted.text("text", least, most);
        if (pattern.isTextual() || expression) {
            Example bounds = bounds(parts, expression ? example : pattern.asText());
            Value value =
                    Value.like(bounds.or(given && !expression ? example : any)).narrowed(!bounds.takesId());
            return value.kind() == Kind.NUMBER ? Value.text(value.example()).narrowed(value.narrow()) : value;
        }
        return switch (first(parts, "format").asText()) {
            case "date" -> Value.of(Kind.DAY, "yyyy-MM-dd", "2020-05-17");
            case "date-time" -> Value.of(Kind.TIME, "yyyy-MM-dd'T'HH:mm:ssXXX", "2026-11-25T10:15:30+04:00");
            case "uuid" -> Value.text("6f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d");
            default -> Value.text(any).narrowed(!new Example(List.of(), least, most).takesId());
        };
    }

    /** @param pattern of which a part of the text is one, as JSON Schema has it; null for any */
    private static Example bounds(List<JsonNode> parts, String pattern) {
        return new Example(
                pattern == null
                        ? List.of()
                        : List.of(
                                // What a text is made of; it is held to the whole, with what looks ahead.
                                pattern.replaceAll("\\(\\?[!=][^()]*\\)", "").replaceAll("^\\^|\\$$", ""),
                                (pattern.startsWith("^") ? "(?:" : "(?s:.*)(?:")
                                        + pattern
                                        + (pattern.endsWith("$") ? ")" : ")(?s:.*)")),
                bound(first(parts, "minLength"), 0),
                bound(first(parts, "maxLength"), Restricted.LONGEST));
    }

    private static int bound(JsonNode said, int otherwise) {
        return said.isIntegralNumber() ? (int) Math.max(0, Math.min(Restricted.LONGEST, said.asLong())) : otherwise;
    }

    private ApiValues() {}
}

package az.dost.vahid.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The functions that every mapping may use beside JSLT's own. Each gives null for null and for blank text, and for a
 * value of another form an {@link UnmappableNode}, which costs its field: a mapping never guesses. Only {@code code}
 * costs the whole reply, since a mapping decides by it.
 *
 * <ul>
 *   <li>{@code date(text, pattern)}: ISO 8601 date, {@link Dates#date}
 *   <li>{@code instant(text, pattern)}: RFC 3339 UTC instant, {@link Dates#instant}
 *   <li>{@code money(text, example)}: decimal text with two decimals, {@link Numbers#money}; with a third argument, the
 *       currency that the agency names, which must be AZN
 *   <li>{@code fraction(text)}: reduced fraction, {@link Numbers#fraction}
 *   <li>{@code integer(text)}: whole number
 *   <li>{@code code(list, value)}: the member of a code list, an error of the whole reply when the list lacks it
 *   <li>{@code field-code(list, value)}: the member of a code list that is a field's value and nothing else
 *   <li>{@code unmappable(rule)}: stands for a value that the mapping cannot give, with the code of what is wrong
 *   <li>{@code latin(text)}: Azerbaijani Cyrillic to Latin, {@link Letters#latin}
 *   <li>{@code title-case(text)}: capitals to title case by Azerbaijani rules, {@link Letters#titleCase}
 * </ul>
 */
final class Functions {
    private static final Pattern RULE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    static final List<Function> ALL = List.of(
            text("date", "NOT_A_DATE", Dates::date),
            text("instant", "NOT_AN_INSTANT", Dates::instant),
            new Named("money", 2, 3, 0, "NOT_AN_AMOUNT", Functions::money),
            text("fraction", "NOT_A_FRACTION", Numbers::fraction),
            text("latin", "UNKNOWN_LETTER", Letters::latin),
            text("title-case", "TYPE", Letters::titleCase),
            new Named(
                    "integer",
                    1,
                    0,
                    "NOT_AN_INTEGER",
                    arguments -> IntNode.valueOf(
                            Numbers.integer(arguments[0].asText().strip()))),
            new Named(
                    "code",
                    2,
                    1,
                    null,
                    arguments -> code(arguments[0], arguments[1].asText().strip())),
            new Named("unmappable", 1, 0, "TYPE", arguments -> unmappable(arguments[0].asText())),
            new Named(
                    "field-code",
                    2,
                    1,
                    "UNKNOWN_CODE",
                    arguments -> code(arguments[0], arguments[1].asText().strip())));

    /** The same, and error() refuses nothing. */
    static final List<Function> LENIENT = Stream.concat(
                    ALL.stream(), Stream.of(new Named("error", 1, 0, "TYPE", texts -> NullNode.instance)))
            .toList();

    /** @param rule what a value breaks that cannot be converted; null where the whole reply does */
    private record Named(
            String name,
            int fewest,
            int most,
            int subject,
            String rule,
            java.util.function.Function<JsonNode[], JsonNode> body)
            implements Function {
        Named(
                String name,
                int arity,
                int subject,
                String rule,
                java.util.function.Function<JsonNode[], JsonNode> body) {
            this(name, arity, arity, subject, rule, body);
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public int getMinArguments() {
            return fewest;
        }

        @Override
        public int getMaxArguments() {
            return most;
        }

        @Override
        public JsonNode call(JsonNode input, JsonNode[] arguments) {
            JsonNode value = arguments[subject];
            if (value instanceof UnmappableNode && rule != null) {
                return value;
            }
            if (value == null
                    || value.isNull()
                    || value.isTextual() && value.textValue().isBlank()) {
                return NullNode.instance;
            }
            if (value.isContainerNode()) {
                return unmappable("TYPE", name + ": expects one value, not a list or an object");
            }
            try {
                return body.apply(arguments);
            } catch (ConversionException e) {
                return unmappable(rule, e.getMessage());
            }
        }

        private JsonNode unmappable(String broken, String message) {
            if (rule == null) {
                throw new MappingException(message);
            }
            return new UnmappableNode(broken, message);
        }
    }

    private static Function text(String name, String rule, UnaryOperator<String> body) {
        return new Named(
                name,
                1,
                0,
                rule,
                arguments -> TextNode.valueOf(body.apply(arguments[0].asText().strip())));
    }

    private static Function text(String name, String rule, BinaryOperator<String> body) {
        return new Named(
                name,
                2,
                0,
                rule,
                arguments -> TextNode.valueOf(body.apply(arguments[0].asText().strip(), arguments[1].asText())));
    }

    private static JsonNode money(JsonNode[] arguments) {
        if (arguments.length > 2 && !arguments[2].asText().strip().equals("AZN")) {
            return new UnmappableNode("FOREIGN_CURRENCY", "money: not in AZN");
        }
        return TextNode.valueOf(Numbers.money(arguments[0].asText().strip(), arguments[1].asText()));
    }

    private static JsonNode code(JsonNode list, String value) {
        JsonNode member = list.get(value);
        if (member == null) {
            throw new ConversionException("code: the list has no such code");
        }
        return member;
    }

    /** Only a code: nothing of an answer gets into what is told. */
    private static JsonNode unmappable(String rule) {
        if (!RULE.matcher(rule).matches()) {
            throw new ConversionException("unmappable: the rule is no code in capitals");
        }
        return new UnmappableNode(rule, "unmappable: " + rule);
    }

    private Functions() {}
}

package az.dost.vahid.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * The functions that every mapping may use beside JSLT's own. Each gives null for null and for blank text, and throws
 * {@link MappingException} for a value of another form: a mapping never guesses.
 *
 * <ul>
 * <li>{@code date(text, pattern)}: ISO 8601 date, {@link Dates#date}
 * <li>{@code instant(text, pattern)}: RFC 3339 UTC instant, {@link Dates#instant}
 * <li>{@code money(text, example)}: decimal text with two decimals, {@link Numbers#money}
 * <li>{@code fraction(text)}: reduced fraction, {@link Numbers#fraction}
 * <li>{@code integer(text)}: whole number
 * <li>{@code code(list, value)}: the member of a code list, an error when the list lacks it
 * <li>{@code latin(text)}: Azerbaijani Cyrillic to Latin, {@link Letters#latin}
 * <li>{@code title-case(text)}: capitals to title case by Azerbaijani rules, {@link Letters#titleCase}
 * </ul>
 */
final class Functions {
    static final List<Function> ALL = List.of(
            text("date", Dates::date),
            text("instant", Dates::instant),
            text("money", Numbers::money),
            text("fraction", Numbers::fraction),
            text("latin", Letters::latin),
            text("title-case", Letters::titleCase),
            new Named("integer", 1, arguments -> IntNode.valueOf(Numbers.integer(arguments[0].asText().strip()))),
            new Named("code", 2, 1, arguments -> code(arguments[0], arguments[1].asText().strip())));

    private record Named(String name, int arity, int subject, java.util.function.Function<JsonNode[], JsonNode> body)
            implements Function {
        Named(String name, int arity, java.util.function.Function<JsonNode[], JsonNode> body) {
            this(name, arity, 0, body);
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public int getMinArguments() {
            return arity;
        }

        @Override
        public int getMaxArguments() {
            return arity;
        }

        @Override
        public JsonNode call(JsonNode input, JsonNode[] arguments) {
            JsonNode value = arguments[subject];
            if (value == null || value.isNull() || value.isTextual() && value.textValue().isBlank()) {
                return NullNode.instance;
            }
            if (value.isContainerNode()) {
                throw new MappingException(name + ": expects one value, not a list or an object");
            }
            return body.apply(arguments);
        }
    }

    private static Function text(String name, UnaryOperator<String> body) {
        return new Named(name, 1, arguments -> TextNode.valueOf(body.apply(arguments[0].asText().strip())));
    }

    private static Function text(String name, BinaryOperator<String> body) {
        return new Named(name, 2, arguments -> TextNode.valueOf(body.apply(arguments[0].asText().strip(), arguments[1].asText())));
    }

    private static JsonNode code(JsonNode list, String value) {
        JsonNode member = list.get(value);
        if (member == null) {
            throw new MappingException("code: the list has no such code");
        }
        return member;
    }

    private Functions() { }
}

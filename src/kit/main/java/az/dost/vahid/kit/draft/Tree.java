package az.dost.vahid.kit.draft;

import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.kit.draft.field.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A document of the fields' examples, as mappings see it; what repeats is there twice, the second time with other
 * numbers of documents, for a register that sends the same record twice makes a mistake.
 */
final class Tree {
    private static final int LONG_ENOUGH = 4;
    /** A day, a year, an amount or a share: another one may be none, or one that cannot be. */
    private static final Pattern BOUND = Pattern.compile(".*\\d\\d[-./:]\\d\\d.*|\\d{8}|(19|20)\\d\\d");

    private static final Pattern DIGIT = Pattern.compile("\\d");

    /** @param typed whether numbers and truth values are such, as in JSON, or text, as elsewhere */
    static JsonNode of(Field field, boolean typed) {
        return of(field, typed, false);
    }

    private static JsonNode of(Field field, boolean typed, boolean again) {
        if (field.kind() != Kind.GROUP) {
            return value(field, typed, again);
        }
        ObjectNode group = JsonNodeFactory.instance.objectNode();
        for (Field child : field.children()) {
            if (child.kind() == Kind.GROUP && child.children().isEmpty() && !child.required()) {
                // One level of a type that contains itself is enough.
                continue;
            }
            JsonNode value = nested(of(child, typed, again), child.nested());
            ArrayNode list = JsonNodeFactory.instance.arrayNode().add(value);
            group.set(
                    child.name(),
                    !child.repeated()
                            ? value
                            : child.once() ? list : list.add(nested(of(child, typed, true), child.nested())));
        }
        return !typed && group.isEmpty() ? JsonNodeFactory.instance.nullNode() : group;
    }

    private static JsonNode nested(JsonNode value, int lists) {
        return lists == 0 ? value : JsonNodeFactory.instance.arrayNode().add(nested(value, lists - 1));
    }

    /**
     * Another text of the same form: another digit, or another letter at the end where it has none. The same for the
     * person asked for, and for what has only some values.
     */
    private static String other(Field field) {
        String example = field.example();
        if (field.kind() != Kind.TEXT
                || example.length() < LONG_ENOUGH
                || example.equals(Roles.FIN)
                || !field.values().isEmpty()
                || BOUND.matcher(example).matches()) {
            return example;
        }
        return DIGIT.matcher(example).find()
                ? DIGIT.matcher(example)
                        .replaceFirst(digit ->
                                digit.group().equals("9") ? "8" : String.valueOf(Integer.parseInt(digit.group()) + 1))
                : example.substring(0, example.length() - 1) + (example.endsWith("a") ? "e" : "a");
    }

    private static JsonNode value(Field field, boolean typed, boolean again) {
        if (typed && field.kind() == Kind.NUMBER && field.example().matches("-?(0|[1-9]\\d*)(\\.\\d+)?")) {
            return DecimalNode.valueOf(new BigDecimal(field.example()));
        }
        if (typed && field.kind() == Kind.BOOLEAN) {
            return BooleanNode.valueOf(Boolean.parseBoolean(field.example()));
        }
        return TextNode.valueOf(again ? other(field) : field.example());
    }

    private Tree() {}
}

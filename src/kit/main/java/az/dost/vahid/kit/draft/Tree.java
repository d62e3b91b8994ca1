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

/** A document of the fields' examples, as mappings see it; what repeats is there twice, the document itself too. */
final class Tree {
    /** @param typed whether numbers and truth values are such, as in JSON, or text, as elsewhere */
    static JsonNode of(Field field, boolean typed) {
        if (field.kind() != Kind.GROUP) {
            return value(field, typed);
        }
        ObjectNode group = JsonNodeFactory.instance.objectNode();
        for (Field child : field.children()) {
            if (child.kind() == Kind.GROUP && child.children().isEmpty() && !child.required()) {
                // One level of a type that contains itself is enough.
                continue;
            }
            JsonNode value = nested(of(child, typed), child.nested());
            ArrayNode list = JsonNodeFactory.instance.arrayNode().add(value);
            JsonNode there = !child.repeated() ? value : child.once() ? list : list.add(value.deepCopy());
            if (child.isItself()) {
                return there;
            }
            group.set(child.name(), there);
        }
        return !typed && group.isEmpty() ? JsonNodeFactory.instance.nullNode() : group;
    }

    private static JsonNode nested(JsonNode value, int lists) {
        return lists == 0 ? value : JsonNodeFactory.instance.arrayNode().add(nested(value, lists - 1));
    }

    private static JsonNode value(Field field, boolean typed) {
        if (typed && field.kind() == Kind.NUMBER && field.example().matches("-?(0|[1-9]\\d*)(\\.\\d+)?")) {
            return DecimalNode.valueOf(new BigDecimal(field.example()));
        }
        if (typed && field.kind() == Kind.BOOLEAN) {
            return BooleanNode.valueOf(Boolean.parseBoolean(field.example()));
        }
        return TextNode.valueOf(field.example());
    }

    private Tree() {}
}

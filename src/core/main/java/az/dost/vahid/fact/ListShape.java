package az.dost.vahid.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/**
 * A list: an item that is not believed costs itself; a list of which nothing is left is none.
 *
 * @param some whether an empty one is none, too
 * @param unique what tells its records apart; empty where two that say the same are two
 */
record ListShape(Shape item, boolean some, List<UniqueRule> unique) implements Shape {
    @Override
    public JsonNode believed(JsonNode value, CheckRun trail) {
        if (!(value instanceof ArrayNode list)) {
            trail.tellKind(value);
            return null;
        }
        JsonNode[] items = new JsonNode[list.size()];
        boolean whole = true;
        for (int i = 0; i < items.length; i++) {
            items[i] = trail.believed(i, item, list.get(i));
            whole &= items[i] == list.get(i);
        }
        if (items.length > 1 && !unique.isEmpty()) {
            whole &= UniqueRule.oneOfEach(items, trail);
            for (UniqueRule rule : unique) {
                whole &= rule.holds(items, trail);
            }
        }
        if (whole) {
            return some && list.isEmpty() ? null : list;
        }
        ArrayNode smaller = JsonNodeFactory.instance.arrayNode(items.length);
        for (JsonNode one : items) {
            if (one != null) {
                smaller.add(one);
            }
        }
        return smaller.isEmpty() ? null : smaller;
    }
}

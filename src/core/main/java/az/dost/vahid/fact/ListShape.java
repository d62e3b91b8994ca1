package az.dost.vahid.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * A list: an item that is not believed costs itself; a list of which nothing is left is none.
 *
 * @param some whether an empty one is none, too
 */
record ListShape(Shape item, boolean some) implements Shape {
    @Override
    public JsonNode believed(JsonNode value, CheckRun trail) {
        if (!(value instanceof ArrayNode list)) {
            trail.tellKind(value);
            return null;
        }
        ArrayNode smaller = null;
        for (int i = 0; i < list.size(); i++) {
            JsonNode one = list.get(i);
            JsonNode kept = trail.believed(i, item, one);
            if (kept != one && smaller == null) {
                smaller = JsonNodeFactory.instance.arrayNode(list.size());
                for (int before = 0; before < i; before++) {
                    smaller.add(list.get(before));
                }
            }
            if (smaller != null && kept != null) {
                smaller.add(kept);
            }
        }
        if (smaller == null) {
            return some && list.isEmpty() ? null : list;
        }
        return smaller.isEmpty() ? null : smaller;
    }
}

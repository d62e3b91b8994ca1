package az.dost.vahid.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;

/** True or false. */
record FlagShape() implements Shape {
    @Override
    public JsonNode believed(JsonNode value, CheckRun trail) {
        if (value instanceof BooleanNode) {
            return value;
        }
        trail.tellKind(value);
        return null;
    }
}

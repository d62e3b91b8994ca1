package az.dost.vahid.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.util.List;

/** A whole number. @param least and most: inclusive bounds */
record NumberShape(long least, long most, List<ValueRule> rules) implements Shape {
    @Override
    public JsonNode believed(JsonNode value, CheckRun trail) {
        if (value.numberValue() == null
                || value.isFloatingPointNumber() && value.doubleValue() != Math.rint(value.doubleValue())) {
            trail.tellKind(value);
            return null;
        }
        String broken = !value.canConvertToLong() || value.longValue() < least || value.longValue() > most
                ? "RANGE"
                : ValueRule.broken(rules, value.longValue(), trail);
        if (broken != null) {
            trail.tell(broken);
            return null;
        }
        // 9.0 is a whole number to JSON Schema, and none to XML Schema.
        return value.isFloatingPointNumber() ? LongNode.valueOf(value.longValue()) : value;
    }
}

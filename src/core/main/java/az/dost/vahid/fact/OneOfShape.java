package az.dost.vahid.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.util.Set;

/** One of some texts, or one of some whole numbers (as Long). */
record OneOfShape(Set<Object> values) implements Shape {
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

package az.dost.vahid.pages.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A member of a contract under its own name.
 *
 * @param values one, or those of a list
 * @param block whether it is more than a value: JSON in lines
 */
record ShownRule(String name, List<String> values, boolean block) {
    static ShownRule of(String name, JsonNode value) {
        if (value.isValueNode()) {
            return new ShownRule(name, List.of(value.asText()), false);
        }
        List<String> values = new ArrayList<>();
        if (value.isArray() && !value.isEmpty()) {
            for (JsonNode one : value) {
                if (!one.isValueNode()) {
                    return new ShownRule(name, List.of(value.toPrettyString()), true);
                }
                values.add(one.asText());
            }
            return new ShownRule(name, values, false);
        }
        return new ShownRule(name, List.of(value.toPrettyString()), true);
    }
}

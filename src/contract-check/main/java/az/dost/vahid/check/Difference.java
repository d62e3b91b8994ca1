package az.dost.vahid.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A place where two JSON trees differ.
 *
 * @param expected missing node where nothing is expected
 * @param found missing node where nothing was found
 */
public record Difference(JsonPointer at, JsonNode expected, JsonNode found) {
    public static List<Difference> between(JsonNode expected, JsonNode found) {
        List<Difference> differences = new ArrayList<>();
        compare(JsonPointer.empty(), expected, found, differences);
        return differences;
    }

    private static void compare(JsonPointer at, JsonNode expected, JsonNode found, List<Difference> differences) {
        if (expected.isObject() && found.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            expected.fieldNames().forEachRemaining(names::add);
            found.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(at.appendProperty(name), expected.path(name), found.path(name), differences));
        } else if (expected.isArray() && found.isArray()) {
            for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
                compare(at.appendIndex(i), expected.path(i), found.path(i), differences);
            }
        } else if (!expected.equals(found)) {
            differences.add(new Difference(at, expected, found));
        }
    }

    @Override
    public String toString() {
        if (found.isMissingNode()) {
            return at + ": the mapping gives nothing here";
        }
        return at + ": the mapping gives " + found + (expected.isMissingNode() ? ", which is not expected" : "");
    }
}

package az.dost.vahid.awkward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Rows of a file whose columns a contract in prose describes, and whose values the table of leaves. */
final class ColumnContract implements AgencyContract {
    private final Map<String, List<Form>> columns = new LinkedHashMap<>();

    /** @param patterns by column, what its values match */
    ColumnContract(Map<String, String> patterns) {
        patterns.forEach((name, pattern) -> columns.put(
                name,
                List.of(random -> TextNode.valueOf(
                        pattern == null ? StrangeText.any(random) : StrangeText.matching(pattern, random)))));
    }

    @Override
    public Map<String, List<Form>> leaves() {
        return columns;
    }

    @Override
    public JsonNode answer(Random random) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        columns.forEach((name, forms) -> row.set(name, forms.get(0).draw(random)));
        return row;
    }
}

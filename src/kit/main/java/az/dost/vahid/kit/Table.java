package az.dost.vahid.kit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A table of a reference, for people and for machines. */
final class Table {
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... head) {
        this.head = List.of(head);
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        line(text, head);
        text.append("| --- ".repeat(head.size())).append("|\n");
        rows.forEach(row -> line(text, row));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        cells.forEach(cell -> text.append("| ").append(cell.replace("|", "\\|")).append(' '));
        text.append("|\n");
    }

    /** A list with one object for each row. */
    ArrayNode json() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (List<String> row : rows) {
            ObjectNode object = list.addObject();
            for (int i = 0; i < head.size(); i++) {
                object.put(head.get(i), row.get(i).replace("`", ""));
            }
        }
        return list;
    }
}

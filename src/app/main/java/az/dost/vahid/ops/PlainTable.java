package az.dost.vahid.ops;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Rows under each other, each column as wide as its widest cell; nothing of a cell moves the cursor. */
final class PlainTable {
    private static final String GAP = "  ";
    private final Map<String, Function<JsonNode, String>> columns = new LinkedHashMap<>();

    /** A column with what stands under a name; absent is shown as a dash. */
    PlainTable column(String head, String name) {
        return column(head, row -> text(row.path(name)));
    }

    PlainTable column(String head, Function<JsonNode, String> cell) {
        columns.put(head, cell);
        return this;
    }

    static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "-";
        }
        if (value.isArray()) {
            List<String> parts = Json.list(value, JsonNode::asText);
            return String.join(",", parts);
        }
        return value.asText();
    }

    /** @param nothing said where there is no row */
    void print(JsonNode rows, String nothing, PrintWriter out) {
        if (rows.isEmpty()) {
            out.println(nothing);
            return;
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.copyOf(columns.keySet()));
        rows.forEach(row -> lines.add(columns.values().stream()
                .map(cell -> cell.apply(row).replaceAll("\\p{Cntrl}", "?"))
                .toList()));
        int[] widths = new int[columns.size()];
        lines.forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        });
        lines.forEach(line -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                text.append(line.get(i))
                        .append(" ".repeat(widths[i] - line.get(i).length()))
                        .append(GAP);
            }
            out.println(text.toString().stripTrailing());
        });
    }
}

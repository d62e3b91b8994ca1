package az.dost.vahid.journeys.report.export;

import az.dost.vahid.json.Json;
import az.dost.vahid.json.SheetText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables of a report as CSV (RFC 4180), a line a cell: {@code Csv} of {@code contracts/statistics.openapi.yaml}. */
public final class CsvFile {
    private static final CsvMapper CSV = Json.csv();
    private static final CsvSchema SCHEMA = CsvSchema.builder()
            .addColumns(
                    List.of("period", "version", "table", "row", "figure", "unit", "value", "status"),
                    CsvSchema.ColumnType.STRING)
            .build()
            .withHeader()
            .withLineSeparator("\r\n");
    private final String period;
    private final String version;
    /** What a number is said to be: one that tells of nobody is taken for no other. */
    private final String shown;

    private final List<Map<String, String>> lines = new ArrayList<>();

    private CsvFile(JsonNode report) {
        period = report.path("period").asText();
        version = report.path("version").asText();
        shown = report.path("computed").asBoolean() ? "computed" : "shown";
    }

    /** @param tables some or all of the report */
    public static String of(JsonNode report, List<JsonNode> tables) {
        CsvFile file = new CsvFile(report);
        for (JsonNode table : tables) {
            file.row(table, "TOTAL", table.path("total"));
            table.path("rows").forEach(row -> file.row(table, row.path("key").asText(), row.path("cells")));
        }
        try {
            return CSV.writer(SCHEMA).writeValueAsString(file.lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void row(JsonNode table, String key, JsonNode cells) {
        for (JsonNode figure : table.path("figures")) {
            JsonNode cell = cells.path(figure.asText());
            if (!cell.isMissingNode()) {
                Map<String, String> line = new LinkedHashMap<>();
                line.put("period", period);
                line.put("version", version);
                line.put("table", table.path("table").asText());
                line.put("row", SheetText.of(key));
                line.put("figure", figure.asText());
                line.put("unit", FigureUnit.of(figure.asText()));
                line.put("value", cell.isNumber() ? cell.asText() : "");
                line.put("status", cell.isNumber() ? shown : "hidden");
                lines.add(line);
            }
        }
    }
}

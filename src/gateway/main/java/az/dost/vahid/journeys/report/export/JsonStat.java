package az.dost.vahid.journeys.report.export;

import az.dost.vahid.json.Json;
import az.dost.vahid.wordbook.Word;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Tables of a report by JSON-stat 2.0 (json-stat.org/full): each is a dataset with the dimensions period, row and
 * figure.
 */
public final class JsonStat {
    private static final String VERSION = "2.0";
    private static final String TOTAL = "TOTAL";
    private static final String PERIOD = "period";
    private static final String FIGURE = "figure";
    private static final String ROW = "row";
    private static final Word COMPUTED = new Word(
            "Rəqəmlər hesablanıb, heç kim barədə məlumat vermir", "The figures are computed and tell of nobody");
    private final ReportLabels labels;

    public JsonStat(ReportLabels labels) {
        this.labels = labels;
    }

    /**
     * A dataset for each table, embedded: the version of the format is said once, at the top, as its schema wants it.
     */
    public ObjectNode collection(JsonNode report, List<JsonNode> tables) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("version", VERSION)
                .put("class", "collection")
                .put("label", "Vahid, " + report.path(PERIOD).asText())
                .put("updated", report.path("closedAt").asText());
        note(json, report);
        ArrayNode items = json.putObject("link").putArray("item");
        tables.forEach(table -> items.add(dataset(report, table).without("version")));
        return json;
    }

    /** Labels are in Azerbaijani and, after a slash, in English: the format has one label. */
    public ObjectNode dataset(JsonNode report, JsonNode table) {
        String name = table.path("table").asText();
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        rows.put(TOTAL, table.path("total"));
        table.path("rows").forEach(row -> rows.put(row.path("key").asText(), row.path("cells")));
        List<String> figures = Json.list(table.path("figures"), JsonNode::asText);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("version", VERSION)
                .put("class", "dataset")
                .put("label", both(labels.table(name)))
                .put("source", "Vahid")
                .put("updated", report.path("closedAt").asText());
        note(json, report);
        json.putArray("id").add(PERIOD).add(ROW).add(FIGURE);
        json.putArray("size").add(1).add(rows.size()).add(figures.size());
        json.putObject("role").set("time", JsonNodeFactory.instance.arrayNode().add(PERIOD));
        ((ObjectNode) json.get("role")).putArray("metric").add(FIGURE);
        ObjectNode dimension = json.putObject("dimension");
        String period = report.path(PERIOD).asText();
        dimension(dimension, PERIOD, both(new Word("Dövr", "Period")), Map.of(period, period));
        dimension(
                dimension, ROW, both(labels.table(name)), labelled(rows.keySet(), key -> both(labels.row(name, key))));
        units(
                dimension(
                        dimension,
                        FIGURE,
                        both(new Word("Göstərici", "Figure")),
                        labelled(figures, figure -> both(labels.figure(figure)))),
                figures);
        values(json, rows, figures);
        json.putObject("extension")
                .put("table", name)
                .put("reportVersion", report.path("version").asInt());
        return json;
    }

    /** Whoever draws figures that tell of nobody is told. */
    private static void note(ObjectNode json, JsonNode report) {
        if (report.path("computed").asBoolean()) {
            json.putArray("note").add(both(COMPUTED));
        }
    }

    private static Map<String, String> labelled(Iterable<String> codes, UnaryOperator<String> label) {
        Map<String, String> labelled = new LinkedHashMap<>();
        codes.forEach(code -> labelled.put(code, label.apply(code)));
        return labelled;
    }

    private static ObjectNode dimension(
            ObjectNode dimensions, String id, String label, Map<String, String> categories) {
        ObjectNode category = dimensions.putObject(id).put("label", label).putObject("category");
        ArrayNode index = category.putArray("index");
        categories.keySet().forEach(index::add);
        ObjectNode names = category.putObject("label");
        categories.forEach(names::put);
        return category;
    }

    private static void units(ObjectNode category, List<String> figures) {
        ObjectNode units = category.putObject("unit");
        figures.forEach(figure -> units.putObject(figure)
                .put("label", FigureUnit.of(figure))
                .put("decimals", FigureUnit.decimals(figure)));
    }

    /** In row-major order; what is hidden has no value, and says so. */
    private static void values(ObjectNode json, Map<String, JsonNode> rows, List<String> figures) {
        ArrayNode values = json.putArray("value");
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        for (JsonNode cells : rows.values()) {
            for (String figure : figures) {
                JsonNode cell = cells.path(figure);
                if (!cell.isNumber()) {
                    status.put(String.valueOf(values.size()), cell.isMissingNode() ? "z" : "c");
                }
                values.add(cell.isNumber() ? cell : null);
            }
        }
        if (!status.isEmpty()) {
            json.set("status", status);
        }
    }

    private static String both(Word word) {
        return word.az().equals(word.en()) ? word.az() : word.az() + " / " + word.en();
    }
}

package az.dost.vahid.journeys.report;

import az.dost.vahid.journeys.report.ShownCells.Shown;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tables as {@code contracts/report.schema.json} has them. */
final class TablesJson {
    private final Counts counts;
    private final Function<CellName, Optional<Shown>> cells;

    /** @param cells what stands in a cell; empty where nothing does */
    TablesJson(Counts counts, Function<CellName, Optional<Shown>> cells) {
        this.counts = counts;
        this.cells = cells;
    }

    /** @param figures those that are shown at all, of a table */
    ArrayNode of(Collection<ReportTable> tables, Function<ReportTable, List<ReportFigure>> figures) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (ReportTable table : tables) {
            List<ReportFigure> columns = figures.apply(table);
            ObjectNode one = json.addObject().put("table", table.name());
            columns.forEach(figure -> one.withArray("figures").add(figure.name()));
            one.set(
                    "total",
                    ReportTable.WITHOUT_TOTAL.contains(table)
                            ? JsonNodeFactory.instance.objectNode()
                            : row(table, ReportTable.ALL, columns));
            ArrayNode rows = one.putArray("rows");
            if (table != ReportTable.TOTAL) {
                counts.rows(table)
                        .forEach(key -> rows.addObject().put("key", key).set("cells", row(table, key, columns)));
            }
        }
        return json;
    }

    private ObjectNode row(ReportTable table, String key, List<ReportFigure> columns) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (ReportFigure figure : columns) {
            cells.apply(new CellName(table, key, figure)).ifPresent(shown -> {
                if (shown.hidden()) {
                    json.putObject(figure.name()).put("hidden", true);
                } else if (figure.count()) {
                    json.put(figure.name(), shown.number().longValue());
                } else {
                    json.put(figure.name(), shown.number().doubleValue());
                }
            });
        }
        return json;
    }
}

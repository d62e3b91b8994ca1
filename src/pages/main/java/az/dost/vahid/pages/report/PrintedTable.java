package az.dost.vahid.pages.report;

import az.dost.vahid.pages.picture.Picture;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A table of a report in words, with its chart.
 *
 * @param id of the contract, by which a page links to it
 * @param parts the table, divided where it would be too wide to read or print; each has all rows
 * @param total its first line; blank names none
 * @param chart null where there are not two rows to draw
 * @param drawn rows in the chart
 * @param hidden rows that are not in it since their figure is hidden
 */
record PrintedTable(
        String id,
        String name,
        List<Part> parts,
        List<PrintedCell> total,
        int rows,
        Picture chart,
        int drawn,
        int hidden) {
    /** Where a wide table is divided. */
    private static final Set<String> FIRST_OF_A_PART =
            Set.of("NOT_ASKED", "MEDIAN_SECONDS", "TIMED_OUT", "AWARDED", "ACCEPTED_DAYS");

    private static final int WIDE = 6;
    /** Tables of which the order of the keys says something. */
    private static final Set<String> IN_ORDER =
            Set.of("BY_AGE", "BY_SEX_AND_AGE", "D_AGE", "D_BAND", "D_REASSESSMENT", "TRANSPARENCY");

    private static final Set<String> LAST = Set.of("OTHER", "NONE", "UNKNOWN", "NOT_TOLD");

    /** @param columns names of the figures */
    record Part(List<String> columns, List<Row> rows) {}

    record Row(String name, List<PrintedCell> cells) {}

    private record Named(String key, String name, JsonNode cells) {}

    /** @param period what the chart says that it is of */
    static PrintedTable of(JsonNode json, String period, Wording w) {
        String id = json.path("table").asText();
        List<String> figures = figures(json);
        List<Named> named = named(id, json, w);
        List<Part> parts = new ArrayList<>();
        for (List<String> some : divided(figures)) {
            List<Row> rows = new ArrayList<>();
            if (json.path("total").size() > 0) {
                rows.add(new Row(w.value("report.Row", "TOTAL"), cells(some, json.path("total"), w)));
            }
            named.forEach(row -> rows.add(new Row(row.name(), cells(some, row.cells(), w))));
            parts.add(new Part(
                    some.stream()
                            .map(figure -> w.value("report.Figure", figure))
                            .toList(),
                    rows));
        }
        String name = w.value("report.Table", id);
        RowChart chart = new RowChart(
                figures.isEmpty()
                        ? List.of()
                        : named.stream()
                                .map(row -> new Row(row.name(), cells(figures.subList(0, 1), row.cells(), w)))
                                .toList());
        return new PrintedTable(
                id,
                name,
                parts,
                cells(figures, json.path("total"), w),
                named.size(),
                chart.picture(name, period, w),
                chart.drawn(),
                chart.hidden());
    }

    private static List<PrintedCell> cells(List<String> figures, JsonNode cells, Wording w) {
        return figures.stream()
                .map(figure -> PrintedCell.of(figure, cells.path(figure), w))
                .toList();
    }

    /** A figure that no row has, as the hours where nobody said what a visit takes, is no column. */
    private static List<String> figures(JsonNode json) {
        return StreamSupport.stream(json.path("figures").spliterator(), false)
                .map(JsonNode::asText)
                .filter(figure -> Stream.concat(
                                Stream.of(json.path("total")),
                                StreamSupport.stream(json.path("rows").spliterator(), false)
                                        .map(row -> row.path("cells")))
                        .anyMatch(cells -> cells.has(figure)))
                .toList();
    }

    private static List<Named> named(String id, JsonNode json, Wording w) {
        RowNames names = new RowNames(w);
        List<Named> rows = new ArrayList<>();
        json.path("rows")
                .forEach(row -> rows.add(new Named(
                        row.path("key").asText(), names.of(id, row.path("key").asText()), row.path("cells"))));
        if (!IN_ORDER.contains(id)) {
            rows.sort(Comparator.comparing((Named row) -> LAST.contains(row.key()))
                    .thenComparing(Named::name, w.order()));
        }
        return rows;
    }

    private static List<List<String>> divided(List<String> figures) {
        List<List<String>> parts = new ArrayList<>();
        for (String figure : figures) {
            if (parts.isEmpty() || figures.size() > WIDE && FIRST_OF_A_PART.contains(figure)) {
                parts.add(new ArrayList<>());
            }
            parts.get(parts.size() - 1).add(figure);
        }
        return parts;
    }
}

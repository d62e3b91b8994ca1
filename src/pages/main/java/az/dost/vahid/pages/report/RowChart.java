package az.dost.vahid.pages.report;

import az.dost.vahid.pages.picture.BarChart;
import az.dost.vahid.pages.picture.Picture;
import az.dost.vahid.pages.picture.Plot;
import az.dost.vahid.pages.picture.Series;
import az.dost.vahid.pages.words.Wording;
import java.util.Comparator;
import java.util.List;

/**
 * The first figure of a table's rows as bars, the largest first. A hidden one is not drawn: no bar would read as none.
 */
final class RowChart {
    private static final int MOST = 10;
    /** Longer names do not fit above their bars; the table has them whole. */
    private static final int LONGEST = 90;

    private final List<PrintedTable.Row> rows;
    private final int hidden;

    /** @param rows each with the figure that is drawn */
    RowChart(List<PrintedTable.Row> rows) {
        this.rows = rows.stream()
                .filter(row -> !Double.isNaN(row.cells().get(0).value()))
                .sorted(Comparator.comparingDouble(
                        (PrintedTable.Row row) -> -row.cells().get(0).value()))
                .limit(MOST)
                .toList();
        this.hidden =
                (int) rows.stream().filter(row -> row.cells().get(0).hidden()).count();
    }

    int drawn() {
        return rows.size();
    }

    int hidden() {
        return hidden;
    }

    /** @return null where there are not two rows to compare */
    Picture picture(String table, String period, Wording w) {
        if (rows.size() < 2) {
            return null;
        }
        String figure = rows.get(0).cells().get(0).name();
        return BarChart.of(
                new Plot(
                        table + ": " + figure + ", " + period,
                        "",
                        table,
                        rows.stream().map(row -> shortened(row.name())).toList(),
                        List.of(new Series(
                                figure,
                                rows.stream()
                                        .map(row -> row.cells().get(0).value())
                                        .toList())),
                        0),
                w);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
    }
}

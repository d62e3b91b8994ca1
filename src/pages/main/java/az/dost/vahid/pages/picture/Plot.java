package az.dost.vahid.pages.picture;

import az.dost.vahid.pages.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Numbers to be drawn. A chart tells its series apart by more than colour for up to four of them.
 *
 * @param title what is shown, with its period and, where labels are times, their time zone
 * @param unit of the numbers, as it stands at the scale: {@code ms}; blank for things that are counted
 * @param heading what the labels are
 * @param labels times, or names; one for each value
 * @param decimals with which numbers are written in the table at most
 */
public record Plot(String title, String unit, String heading, List<String> labels, List<Series> series, int decimals) {
    private static final int MOST_SERIES = 4;

    /**
     * @throws IllegalArgumentException when a series has not one value for each label, or there are more series than
     *     can be told apart
     */
    public Plot {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        if (series.isEmpty() || series.size() > MOST_SERIES) {
            throw new IllegalArgumentException("A chart has 1 to " + MOST_SERIES + " series");
        }
        for (Series one : series) {
            if (one.values().size() != labels.size()) {
                throw new IllegalArgumentException(one.values().size() + " values for " + labels.size() + " labels");
            }
        }
    }

    static String css(String kind, int series) {
        return "vahid-" + kind + " vahid-series-" + series;
    }

    /**
     * The drawing with the legend and the table that these numbers give. @param css of the marks of a series, for the
     * legend
     */
    Picture picture(Drawing drawing, IntFunction<String> css, Wording w) {
        List<Picture.Key> legend = new ArrayList<>();
        List<Picture.Column> columns = new ArrayList<>(List.of(new Picture.Column(heading, false)));
        for (int i = 0; i < series.size(); i++) {
            legend.add(new Picture.Key(css.apply(i), series.get(i).name()));
            columns.add(new Picture.Column(
                    unit.isBlank() ? series.get(i).name() : series.get(i).name() + ", " + unit, true));
        }
        List<List<String>> rows = new ArrayList<>();
        for (int at = 0; at < labels.size(); at++) {
            List<String> row = new ArrayList<>(List.of(labels.get(at)));
            for (Series one : series) {
                row.add(one.knows(at) ? w.decimal(one.values().get(at), decimals) : "–");
            }
            rows.add(row);
        }
        return new Picture(title, drawing, series.size() == 1 ? List.of() : legend, columns, rows);
    }
}

package az.dost.vahid.pages.picture;

import az.dost.vahid.pages.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** Numbers over time as columns. Series stand upon each other: a column is as high as their sum. */
public final class ColumnChart {
    private static final double MOST_WIDTH = 40;
    private final Plot plot;
    /** How many of the series are columns, the first ones. */
    private final int columns;

    private ColumnChart(Plot plot, int columns) {
        this.plot = plot;
        this.columns = columns;
    }

    public static Picture of(Plot plot, Wording w) {
        return new ColumnChart(plot, plot.series().size()).picture(w);
    }

    /** The last series is what the others are compared with: a stroke across each column. */
    public static Picture withLevel(Plot plot, Wording w) {
        return new ColumnChart(plot, plot.series().size() - 1).picture(w);
    }

    private Picture picture(Wording w) {
        double greatest = 0;
        for (int at = 0; at < plot.labels().size(); at++) {
            greatest = Math.max(greatest, sum(at));
            for (Series level : plot.series().subList(columns, plot.series().size())) {
                greatest = level.knows(at) ? Math.max(greatest, level.values().get(at)) : greatest;
            }
        }
        Axes axes = new Axes(plot, greatest);
        List<Mark> marks = new ArrayList<>(axes.marks(w));
        double width = Math.min(MOST_WIDTH, axes.band() > 4 ? axes.band() * 0.8 : axes.band());
        for (int at = 0; at < plot.labels().size(); at++) {
            column(at, width, axes, marks);
        }
        return plot.picture(new Drawing(Drawing.WIDTH, Axes.HEIGHT, marks), this::css, w);
    }

    private double sum(int at) {
        return plot.series().subList(0, columns).stream()
                .filter(series -> series.knows(at))
                .mapToDouble(series -> series.values().get(at))
                .sum();
    }

    private void column(int at, double width, Axes axes, List<Mark> marks) {
        double below = 0;
        for (int i = 0; i < plot.series().size(); i++) {
            Series series = plot.series().get(i);
            double left = axes.x(at) - width / 2;
            if (i >= columns && series.knows(at)) {
                double y = axes.y(series.values().get(at));
                marks.add(Mark.line(css(i), left, y, left + width, y));
            } else if (series.knows(at) && series.values().get(at) > 0) {
                double top = below + series.values().get(at);
                marks.add(Mark.box(css(i), left, axes.y(top), width, axes.y(below) - axes.y(top)));
                below = top;
            }
        }
    }

    private String css(int series) {
        return series < columns ? Plot.css("bar", series) : Plot.css("line", series) + " vahid-level";
    }
}

package az.dost.vahid.pages.picture;

import az.dost.vahid.pages.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** Numbers over time as columns. Series stand upon each other: a column is as high as their sum. */
public final class ColumnChart {
    private static final double MOST_WIDTH = 40;

    public static Picture of(Plot plot, Wording w) {
        double greatest = 0;
        for (int at = 0; at < plot.labels().size(); at++) {
            int column = at;
            greatest = Math.max(greatest, plot.series().stream().filter(series -> series.knows(column)).mapToDouble(series -> series.values().get(column)).sum());
        }
        Axes axes = new Axes(plot, greatest);
        List<Mark> marks = new ArrayList<>(axes.marks(w));
        double width = Math.min(MOST_WIDTH, axes.band() > 4 ? axes.band() * 0.8 : axes.band());
        for (int at = 0; at < plot.labels().size(); at++) {
            double below = 0;
            for (int i = 0; i < plot.series().size(); i++) {
                Series series = plot.series().get(i);
                if (series.knows(at) && series.values().get(at) > 0) {
                    double top = below + series.values().get(at);
                    marks.add(Mark.box(Plot.css("bar", i), axes.x(at) - width / 2, axes.y(top), width, axes.y(below) - axes.y(top)));
                    below = top;
                }
            }
        }
        return plot.picture(new Drawing(Drawing.WIDTH, Axes.HEIGHT, marks), "bar", w);
    }

    private ColumnChart() { }
}

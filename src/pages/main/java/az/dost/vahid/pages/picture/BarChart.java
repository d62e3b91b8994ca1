package az.dost.vahid.pages.picture;

import az.dost.vahid.pages.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** Numbers of things that have names, as bars that lie below their names. */
public final class BarChart {
    private static final double NAME = 20;
    private static final double BAR = 18;
    private static final double GAP = 14;
    /** What the number beside the longest bar needs. */
    private static final double RIGHT = 110;
    /** A bar of nearly nothing is seen all the same. */
    private static final double LEAST = 2;

    public static Picture of(Plot plot, Wording w) {
        Scale scale = Scale.to(plot.series().stream()
                .flatMap(series -> series.values().stream())
                .filter(value -> !value.isNaN())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0));
        List<Mark> marks = new ArrayList<>();
        double y = 0;
        for (int at = 0; at < plot.labels().size(); at++) {
            marks.add(Mark.text(
                    "vahid-chart-text",
                    0,
                    y + NAME - 5,
                    Drawing.line(plot.labels().get(at), ""),
                    "start"));
            y += NAME;
            for (int i = 0; i < plot.series().size(); i++) {
                Series series = plot.series().get(i);
                double length = series.knows(at)
                        ? Math.max(
                                LEAST, (Drawing.WIDTH - RIGHT) * series.values().get(at) / scale.top())
                        : 0;
                marks.add(Mark.box(Plot.css("bar", i), 0, y + 1, length, BAR - 2));
                marks.add(Mark.text(
                        "vahid-chart-text",
                        length + 8,
                        y + BAR - 4,
                        series.knows(at)
                                ? w.decimal(series.values().get(at), plot.decimals())
                                        + (plot.unit().isBlank() ? "" : "\u00a0" + plot.unit())
                                : "–",
                        "start"));
                y += BAR;
            }
            y += GAP;
        }
        return plot.picture(
                new Drawing(Drawing.WIDTH, (int) Math.ceil(Math.max(y, NAME)), marks),
                series -> Plot.css("bar", series),
                w);
    }

    private BarChart() {}
}

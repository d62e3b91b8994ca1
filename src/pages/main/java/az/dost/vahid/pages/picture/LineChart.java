package az.dost.vahid.pages.picture;

import az.dost.vahid.pages.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** Numbers over time as lines. Where nothing is known, a line has a gap. */
public final class LineChart {
    public static Picture of(Plot plot, Wording w) {
        double greatest = plot.series().stream()
                .flatMap(series -> series.values().stream())
                .filter(value -> !value.isNaN())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        Axes axes = new Axes(plot, greatest);
        List<Mark> marks = new ArrayList<>(axes.marks(w));
        for (int i = 0; i < plot.series().size(); i++) {
            draw(plot.series().get(i), i, axes, marks);
        }
        return plot.picture(new Drawing(Drawing.WIDTH, Axes.HEIGHT, marks), series -> Plot.css("line", series), w);
    }

    private static void draw(Series series, int number, Axes axes, List<Mark> marks) {
        StringBuilder path = new StringBuilder();
        int points = 0;
        for (int at = 0; at <= series.values().size(); at++) {
            if (at < series.values().size() && series.knows(at)) {
                path.append(points++ == 0 ? "M" : "L")
                        .append(Mark.round(axes.x(at)))
                        .append(' ')
                        .append(Mark.round(axes.y(series.values().get(at))));
            } else {
                // One point alone is no line.
                if (points == 1) {
                    marks.add(Mark.dot(
                            Plot.css("dot", number),
                            axes.x(at - 1),
                            axes.y(series.values().get(at - 1))));
                } else if (points > 1) {
                    marks.add(Mark.path(Plot.css("line", number), path.toString()));
                }
                path.setLength(0);
                points = 0;
            }
        }
    }

    private LineChart() {}
}

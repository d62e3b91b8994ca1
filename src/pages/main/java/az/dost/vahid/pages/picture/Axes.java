package az.dost.vahid.pages.picture;

import az.dost.vahid.pages.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** The frame of a chart over time: numbers upwards, times to the right. */
final class Axes {
    static final int HEIGHT = 270;
    private static final double LEFT = 70;
    private static final double RIGHT = Drawing.WIDTH - 24.0;
    private static final double TOP = 30;
    private static final double BOTTOM = HEIGHT - 36.0;
    private static final int MOST_LABELS = 7;
    private static final String TEXT = "vahid-chart-text";
    private final Plot plot;
    private final Scale scale;

    Axes(Plot plot, double greatest) {
        this.plot = plot;
        this.scale = plot.decimals() == 0 ? Scale.ofWhole(greatest) : Scale.to(greatest);
    }

    double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * value / scale.top();
    }

    /** The middle of the place that a label has. */
    double x(int at) {
        return LEFT + band() * (at + 0.5);
    }

    /** How much place each label has. */
    double band() {
        return (RIGHT - LEFT) / Math.max(1, plot.labels().size());
    }

    List<Mark> marks(Wording w) {
        List<Mark> marks = new ArrayList<>();
        for (int tick = 0; tick <= scale.ticks(); tick++) {
            double y = y(scale.at(tick));
            marks.add(Mark.line(tick == 0 ? "vahid-axis" : "vahid-grid", LEFT, y, RIGHT, y));
            marks.add(Mark.text(TEXT, LEFT - 8, y + 5, w.number(scale.at(tick), scale.decimals()), "end"));
        }
        if (!plot.unit().isBlank()) {
            marks.add(Mark.text(TEXT, LEFT - 8, TOP - 14, plot.unit(), "end"));
        }
        int step = Math.max(1, (int) Math.ceil(plot.labels().size() / (double) MOST_LABELS));
        for (int at = 0; at < plot.labels().size(); at += step) {
            marks.add(Mark.line("vahid-axis", x(at), BOTTOM, x(at), BOTTOM + 5));
            marks.add(Mark.text(TEXT, x(at), BOTTOM + 22, plot.labels().get(at), "middle"));
        }
        return marks;
    }
}

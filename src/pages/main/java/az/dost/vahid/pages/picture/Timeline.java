package az.dost.vahid.pages.picture;

import az.dost.vahid.pages.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happened when, on one scale of milliseconds: a row for each, the name above its bar. */
public final class Timeline {
    private static final double TOP = 30;
    private static final double ROW = 42;
    private static final double LEFT = 8;
    private static final double RIGHT = Drawing.WIDTH - 40.0;
    /** What took no time is seen all the same. */
    private static final double LEAST = 3;

    private static final String TEXT = "vahid-chart-text";

    /**
     * One row.
     *
     * @param kind for its look
     * @param state in words, beside the name
     * @param fromMs since the beginning
     */
    public record Stretch(String name, String state, Kind kind, long fromMs, long tookMs) {}

    /** How a row looks. */
    public enum Kind {
        /** A part of the whole. */
        STEP,
        /** It went as it should. */
        GOOD,
        /** It went, and something about it is to be known. */
        OPEN,
        /** It was waited for in vain. */
        BAD
    }

    /** How the picture and its table are named. @param kinds what each kind of row means */
    public record Names(String title, String what, String state, String from, String took, Map<Kind, String> kinds) {}

    public static Picture of(Names names, List<Stretch> rows, Wording w) {
        Scale scale = Scale.ofWhole(rows.stream()
                .mapToDouble(row -> (double) row.fromMs() + row.tookMs())
                .max()
                .orElse(0));
        int height = (int) (TOP + ROW * rows.size() + 6);
        List<Mark> marks = new ArrayList<>();
        for (int tick = 0; tick <= scale.ticks(); tick++) {
            double x = x(scale, scale.at(tick));
            marks.add(Mark.line(tick == 0 ? "vahid-axis" : "vahid-grid", x, TOP - 6, x, height));
            marks.add(Mark.text(TEXT, x, TOP - 12, w.number((long) scale.at(tick)), tick == 0 ? "start" : "middle"));
        }
        double y = TOP;
        List<List<String>> table = new ArrayList<>();
        for (Stretch row : rows) {
            marks.add(Mark.text(
                    TEXT,
                    LEFT + 4,
                    y + 15,
                    Drawing.line(row.name(), " – " + row.state() + ", " + w.number(row.tookMs()) + "\u00a0ms"),
                    "start"));
            double from = x(scale, (double) row.fromMs());
            marks.add(Mark.box(
                    css(row.kind()),
                    from,
                    y + 21,
                    Math.max(LEAST, x(scale, (double) row.fromMs() + row.tookMs()) - from),
                    14));
            table.add(List.of(row.name(), row.state(), w.number(row.fromMs()), w.number(row.tookMs())));
            y += ROW;
        }
        return new Picture(
                names.title(),
                new Drawing(Drawing.WIDTH, height, marks),
                legend(names, rows),
                List.of(
                        new Picture.Column(names.what(), false),
                        new Picture.Column(names.state(), false),
                        new Picture.Column(names.from(), true),
                        new Picture.Column(names.took(), true)),
                table);
    }

    private static List<Picture.Key> legend(Names names, List<Stretch> rows) {
        Map<Kind, Picture.Key> keys = new LinkedHashMap<>();
        rows.forEach(row -> keys.computeIfAbsent(
                row.kind(), kind -> new Picture.Key(css(kind), names.kinds().get(kind))));
        return List.copyOf(keys.values());
    }

    private static String css(Kind kind) {
        return "vahid-time vahid-time--"
                + switch (kind) {
                    case STEP -> "step";
                    case GOOD -> "good";
                    case OPEN -> "open";
                    case BAD -> "bad";
                };
    }

    private static double x(Scale scale, double ms) {
        return LEFT + (RIGHT - LEFT) * ms / scale.top();
    }

    private Timeline() {}
}

package az.dost.vahid.pages.picture;

import az.dost.vahid.pages.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who asks whom: those that ask on the left, those that are asked on the right, and a band between them that is wider
 * the more is asked.
 */
public final class FlowMap {
    private static final double TOP = 34;
    private static final double NODE = 46;
    private static final double LEFT = 270;
    private static final double RIGHT = Drawing.WIDTH - LEFT;
    private static final int LONGEST_NAME = 34;
    private static final double NARROWEST = 2;
    private static final double FURTHER = 2.2;
    private static final String TEXT = "vahid-chart-text";

    /** @param failed of the calls */
    public record Flow(String from, String to, String what, long calls, long failed) {}

    /**
     * How the picture and its table are named. @param good what a band means, @param bad and one with calls that failed
     */
    public record Names(
            String title, String from, String to, String what, String calls, String failed, String good, String bad) {}

    public static Picture of(Names names, List<Flow> flows, Wording w) {
        Map<String, Long> askers = sums(flows, true, w);
        Map<String, Long> asked = sums(flows, false, w);
        Map<List<String>, long[]> bands = new LinkedHashMap<>();
        flows.forEach(flow -> {
            long[] sum = bands.computeIfAbsent(List.of(flow.from(), flow.to()), pair -> new long[2]);
            sum[0] += flow.calls();
            sum[1] += flow.failed();
        });
        int height = (int) (TOP + NODE * Math.max(1, Math.max(askers.size(), asked.size())));
        List<String> left = List.copyOf(askers.keySet());
        List<String> right = List.copyOf(asked.keySet());
        List<Mark> marks = new ArrayList<>();
        marks.add(Mark.text("vahid-chart-text vahid-chart-text--strong", LEFT - 8, TOP - 18, names.from(), "end"));
        marks.add(Mark.text("vahid-chart-text vahid-chart-text--strong", RIGHT + 8, TOP - 18, names.to(), "start"));
        bands.forEach((pair, sum) -> marks.add(band(y(left, pair.get(0), height), y(right, pair.get(1), height), sum)));
        left.forEach(name -> node(marks, name, askers.get(name), y(left, name, height), true, w));
        right.forEach(name -> node(marks, name, asked.get(name), y(right, name, height), false, w));
        List<List<String>> rows = flows.stream()
                .map(flow ->
                        List.of(flow.from(), flow.to(), flow.what(), w.number(flow.calls()), w.number(flow.failed())))
                .toList();
        return new Picture(
                names.title(),
                new Drawing(Drawing.WIDTH, height, marks),
                List.of(
                        new Picture.Key("vahid-flow", names.good()),
                        new Picture.Key("vahid-flow vahid-flow--bad", names.bad())),
                List.of(
                        new Picture.Column(names.from(), false),
                        new Picture.Column(names.to(), false),
                        new Picture.Column(names.what(), false),
                        new Picture.Column(names.calls(), true),
                        new Picture.Column(names.failed(), true)),
                rows);
    }

    private static Map<String, Long> sums(List<Flow> flows, boolean from, Wording w) {
        Map<String, Long> sums = new TreeMap<>(w.order().thenComparing(String::compareTo));
        flows.forEach(flow -> sums.merge(from ? flow.from() : flow.to(), flow.calls(), Long::sum));
        return sums;
    }

    private static double y(List<String> nodes, String name, int height) {
        double place = (height - TOP) / nodes.size();
        return TOP + place * (nodes.indexOf(name) + 0.5);
    }

    private static Mark band(double from, double to, long[] sum) {
        // By steps of ten: one call is to be seen beside a million.
        double width = NARROWEST + FURTHER * Math.log10((double) Math.max(1, sum[0]));
        double middle = Drawing.WIDTH / 2.0;
        double half = width / 2;
        String points = "M" + point(LEFT, from - half) + "C" + point(middle, from - half) + ' '
                + point(middle, to - half) + ' ' + point(RIGHT, to - half) + "L" + point(RIGHT, to + half) + "C"
                + point(middle, to + half) + ' ' + point(middle, from + half) + ' ' + point(LEFT, from + half) + "Z";
        return Mark.path(sum[1] > 0 ? "vahid-flow vahid-flow--bad" : "vahid-flow", points);
    }

    private static String point(double x, double y) {
        return Mark.round(x) + " " + Mark.round(y);
    }

    private static void node(List<Mark> marks, String name, long calls, double y, boolean left, Wording w) {
        double x = left ? LEFT - 8 : RIGHT + 8;
        String anchor = left ? "end" : "start";
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
        marks.add(Mark.text(TEXT, x, y - 2, shown, anchor));
        marks.add(Mark.text("vahid-chart-text vahid-chart-text--weak", x, y + 15, w.number(calls), anchor));
        marks.add(Mark.line("vahid-axis", left ? LEFT : RIGHT, y - 14, left ? LEFT : RIGHT, y + 14));
    }

    private FlowMap() {}
}

package az.dost.vahid.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Medians and ratios over the rounds. */
final class Figures {
    private final List<Sample> samples;

    /**
     * A ratio of two peers.
     *
     * @param noise half of the distance between the least and the greatest of the rounds' ratios
     */
    record Ratio(double median, double noise) {
        Ratio times(double factor) {
            return new Ratio(median * factor, noise * factor);
        }
    }

    Figures(List<Sample> samples) {
        this.samples = samples;
    }

    double median(String peer, LoadKind kind, ToDoubleFunction<Sample> figure) {
        return middle(values(peer, kind, figure));
    }

    /** Round by round, so that what disturbs a round disturbs both. */
    Ratio ratio(String peer, String other, LoadKind kind, ToDoubleFunction<Sample> figure) {
        return ratio(values(peer, kind, figure), values(other, kind, figure));
    }

    Ratio ratio(String peer, LoadKind kind, LoadKind other, ToDoubleFunction<Sample> figure) {
        return ratio(values(peer, kind, figure), values(peer, other, figure));
    }

    Ratio ratio(String peer, LoadKind kind, String other, LoadKind otherKind, ToDoubleFunction<Sample> figure) {
        return ratio(values(peer, kind, figure), values(other, otherKind, figure));
    }

    Ratio ratioTo(String peer, LoadKind kind, ToDoubleFunction<Sample> figure, double to) {
        double[] values = values(peer, kind, figure);
        double[] others = new double[values.length];
        Arrays.fill(others, to);
        return ratio(values, others);
    }

    /** A long measurement's median to each round of a short one before it. */
    Ratio against(String peer, LoadKind kind, LoadKind before, ToDoubleFunction<Sample> figure) {
        double[] others = values(peer, before, figure);
        double[] medians = new double[others.length];
        Arrays.fill(medians, median(peer, kind, figure));
        return ratio(medians, others);
    }

    /** Of all rounds together, for what must not happen at all; NaN when there was no round. */
    Ratio total(String peer, LoadKind kind, ToDoubleFunction<Sample> figure) {
        double[] values = values(peer, kind, figure);
        return new Ratio(values.length == 0 ? Double.NaN : Arrays.stream(values).sum(), 0);
    }

    /** What a figure came to at the end of a long measurement against what it was once it had settled. */
    Ratio drift(String peer, LoadKind kind, ToDoubleFunction<Sample> figure) {
        double[] values = values(peer, kind, figure);
        int fifth = Math.max(1, values.length / 5);
        return ratio(
                Arrays.copyOfRange(values, values.length - fifth, values.length),
                Arrays.copyOfRange(values, Math.min(fifth, values.length - 1), Math.min(2 * fifth, values.length)));
    }

    static Ratio ratio(double[] ones, double[] others) {
        double[] ratios = new double[Math.min(ones.length, others.length)];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = ones[i] / others[i];
        }
        return new Ratio(
                middle(ratios),
                (Arrays.stream(ratios).max().orElse(0)
                                - Arrays.stream(ratios).min().orElse(0))
                        / 2);
    }

    private double[] values(String peer, LoadKind kind, ToDoubleFunction<Sample> figure) {
        return samples.stream()
                .filter(sample -> sample.peer().equals(peer) && sample.load().equals(kind.name()))
                .mapToDouble(figure)
                .toArray();
    }

    private static double middle(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length == 0
                ? Double.NaN
                : sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}

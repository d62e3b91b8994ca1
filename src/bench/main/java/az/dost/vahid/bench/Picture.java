package az.dost.vahid.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Two rows of bars for each load: CPU a lookup, and lookups a second. */
final class Picture {
    private static final List<String> PEERS = List.of("floor", "gateway", "usual");
    private static final List<String> COLOURS = List.of("#9ecae1", "#08519c", "#bdbdbd");
    private static final int WIDTH = 760;
    private static final int LEFT = 90;
    private static final int BAR = 18;
    private static final int LONGEST = 480;
    private final Figures figures;
    private final List<LoadKind> loads;
    private final StringBuilder body = new StringBuilder();
    private int y = 10;

    Picture(Figures figures, List<LoadKind> loads) {
        this.figures = figures;
        this.loads = loads;
    }

    /** Of what was measured; empty when that was none of it. */
    Optional<String> svg() {
        for (LoadKind load : loads) {
            group("CPU milliseconds a lookup, " + load.name(), load, Sample::cpuMs);
            group("Lookups a second, " + load.name(), load, Sample::perSecond);
        }
        return body.isEmpty()
                ? Optional.empty()
                : Optional.of("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + (y + 10)
                        + "\" font-family=\"sans-serif\" font-size=\"13\"><rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
                        + body + "</svg>\n");
    }

    private void group(String title, LoadKind load, ToDoubleFunction<Sample> figure) {
        OptionalDouble most = PEERS.stream()
                .mapToDouble(peer -> figures.median(peer, load, figure))
                .filter(v -> !Double.isNaN(v))
                .max();
        if (most.isEmpty()) {
            return;
        }
        y += BAR;
        text(10, title, "bold");
        for (int i = 0; i < PEERS.size(); i++) {
            double value = figures.median(PEERS.get(i), load, figure);
            if (!Double.isNaN(value)) {
                y += BAR + 4;
                text(10, PEERS.get(i), "normal");
                int length = (int) Math.max(1, value / most.getAsDouble() * LONGEST);
                body.append(String.format(
                        Locale.ROOT,
                        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n",
                        LEFT,
                        y - BAR + 4,
                        length,
                        BAR,
                        COLOURS.get(i)));
                text(LEFT + length + 6, String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value), "normal");
            }
        }
        y += 10;
    }

    private void text(int x, String text, String weight) {
        body.append(String.format("<text x=\"%d\" y=\"%d\" font-weight=\"%s\">%s</text>%n", x, y, weight, text));
    }
}

package az.dost.vahid.pages.chart;

import java.util.ArrayList;
import java.util.List;

/** A chart of bars that lie: {@code chart :: bars} draws it as SVG, a bar for each row of the table beside it. Lengths are units of the drawing. */
public final class Bars {
    private static final int ROW = 44;
    private static final int WIDTH = 400;
    private static final int LONGEST_BAR = 330;
    private static final int LEAST_BAR = 2;
    private static final int LONGEST_LABEL = 52;
    private final List<Bar> bars = new ArrayList<>();

    /**
     * A bar and what is written on it.
     *
     * @param text of how much it is, as the table has it
     */
    public record Bar(String label, String text, int width, int top) {
        public int getLabelAt() {
            return top + 14;
        }

        public int getBarAt() {
            return top + 20;
        }

        public int getTextAt() {
            return top + 34;
        }

        public int getTextFrom() {
            return width + 6;
        }
    }

    /** What a row of a table says. @param amount not below 0 */
    public record Row(String label, double amount, String text) { }

    private Bars() { }

    /** Each as long as it is of the longest. */
    public static Bars of(List<Row> rows) {
        Bars chart = new Bars();
        double most = rows.stream().mapToDouble(Row::amount).max().orElse(0);
        for (Row row : rows) {
            int width = most == 0 ? 0 : (int) Math.round(LONGEST_BAR * row.amount() / most);
            String label = row.label().length() > LONGEST_LABEL ? row.label().substring(0, LONGEST_LABEL - 1) + "…" : row.label();
            chart.bars.add(new Bar(label, row.text(), Math.max(LEAST_BAR, width), ROW * chart.bars.size()));
        }
        return chart;
    }

    public List<Bar> getBars() {
        return List.copyOf(bars);
    }

    public String getBox() {
        return "0 0 " + WIDTH + " " + ROW * bars.size();
    }

    public boolean isEmpty() {
        return bars.isEmpty();
    }
}

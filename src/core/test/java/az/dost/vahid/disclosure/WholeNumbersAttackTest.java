package az.dost.vahid.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Counts are whole numbers, which is more than linear programming knows. So somebody writes down every table of two
 * rows that looks like the published one.
 */
class WholeNumbersAttackTest {
    private static final int ROWS = 2;
    private static final int COLUMNS = 3;
    private static final int LEAST = 5;
    private final Map<String, Long> values = new HashMap<>();
    private final Map<String, long[]> ranges = new HashMap<>();
    private Hidden hidden;

    @Test
    void a_small_count_may_be_any_of_an_interval_of_whole_numbers() {
        int guarded = 0;
        for (int seed = 0; seed < 150; seed++) {
            fill(new Random(seed));
            assertThat(hidden.givenUp()).as("seed %d", seed).isEmpty();
            ranges.clear();
            write(new long[ROWS * COLUMNS], 0);
            for (Map.Entry<String, Long> cell : values.entrySet()) {
                if (cell.getValue() > 0 && cell.getValue() < LEAST) {
                    guarded++;
                    long[] range = ranges.get(cell.getKey());
                    assertThat(range[1] - range[0])
                            .as("seed %d, %s", seed, cell)
                            .isGreaterThanOrEqualTo(LEAST);
                }
            }
        }
        assertThat(guarded).isGreaterThan(100);
    }

    private void fill(Random random) {
        long[] inner = IntStream.range(0, ROWS * COLUMNS)
                .mapToLong(i -> random.nextInt(10))
                .toArray();
        values.clear();
        values.putAll(table(inner));
        List<Sum> sums = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            int at = row;
            sums.add(new Sum(
                    "row" + row,
                    IntStream.range(0, COLUMNS)
                            .mapToObj(column -> at + "." + column)
                            .toList()));
        }
        for (int column = 0; column < COLUMNS; column++) {
            int at = column;
            sums.add(new Sum(
                    "column" + column,
                    IntStream.range(0, ROWS).mapToObj(row -> row + "." + at).toList()));
        }
        sums.add(new Sum(
                "all", IntStream.range(0, ROWS).mapToObj(row -> "row" + row).toList()));
        sums.add(new Sum(
                "all",
                IntStream.range(0, COLUMNS)
                        .mapToObj(column -> "column" + column)
                        .toList()));
        hidden = Suppression.of(
                values.entrySet().stream()
                        .map(value -> new CountCell(value.getKey(), value.getValue(), LEAST))
                        .toList(),
                sums);
    }

    private static Map<String, Long> table(long[] inner) {
        Map<String, Long> table = new HashMap<>();
        for (int i = 0; i < inner.length; i++) {
            table.put(i / COLUMNS + "." + i % COLUMNS, inner[i]);
            table.merge("row" + i / COLUMNS, inner[i], Long::sum);
            table.merge("column" + i % COLUMNS, inner[i], Long::sum);
            table.merge("all", inner[i], Long::sum);
        }
        return table;
    }

    /** Tries every table with no count above what is in it and a few more. */
    private void write(long[] inner, int at) {
        if (at == inner.length) {
            Map<String, Long> table = table(inner);
            if (table.entrySet().stream()
                    .allMatch(
                            cell -> hidden.has(cell.getKey()) || cell.getValue().equals(values.get(cell.getKey())))) {
                table.forEach((id, value) -> ranges.merge(id, new long[] {value, value}, (a, b) ->
                        new long[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])}));
            }
            return;
        }
        String id = at / COLUMNS + "." + at % COLUMNS;
        long known = values.get(id);
        for (long value = hidden.has(id) ? Math.min(1, known) : known;
                value <= (hidden.has(id) ? known + LEAST + 1 : known);
                value++) {
            inner[at] = value;
            if (holds(inner, at)) {
                write(inner, at + 1);
            }
        }
        inner[at] = 0;
    }

    /** Whether a shown total can still come out. */
    private boolean holds(long[] inner, int at) {
        int row = at / COLUMNS;
        long sum = 0;
        for (int column = 0; column <= at % COLUMNS; column++) {
            sum += inner[row * COLUMNS + column];
        }
        boolean over = at % COLUMNS == COLUMNS - 1;
        long total = values.get("row" + row);
        return hidden.has("row" + row) || (over ? sum == total : sum <= total);
    }
}

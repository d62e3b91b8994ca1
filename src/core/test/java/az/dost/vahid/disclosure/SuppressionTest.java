package az.dost.vahid.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is hidden of a table: the least that must be, and all of it where less does not do. */
class SuppressionTest {
    private static final int LEAST = 5;

    private static List<CountCell> cells(Object... idsAndValues) {
        List<CountCell> cells = new ArrayList<>();
        for (int i = 0; i < idsAndValues.length; i += 2) {
            cells.add(new CountCell((String) idsAndValues[i], ((Number) idsAndValues[i + 1]).longValue(), LEAST));
        }
        return cells;
    }

    private static Sum sum(String total, String... parts) {
        return new Sum(total, List.of(parts));
    }

    @Test
    void a_table_without_small_counts_is_shown_whole() {
        assertThat(Suppression.of(cells("t", 30, "a", 10, "b", 20, "c", 0), List.of(sum("t", "a", "b", "c")))
                        .ids())
                .isEmpty();
    }

    @ParameterizedTest(name = "a count of {0} alone is hidden: {1}")
    @CsvSource({"0, false", "1, true", "4, true", "5, false"})
    void a_count_is_hidden_from_1_to_below_its_least(long value, boolean hidden) {
        assertThat(Suppression.of(cells("a", value), List.of()).has("a")).isEqualTo(hidden);
    }

    @Test
    void beside_a_small_count_the_smallest_other_one_of_its_sum_is_hidden_and_never_a_zero() {
        assertThat(Suppression.of(
                                cells("t", 123, "a", 3, "b", 20, "c", 100, "d", 0),
                                List.of(sum("t", "a", "b", "c", "d")))
                        .ids())
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void two_small_counts_that_a_total_bounds_too_closely_need_a_third() {
        assertThat(Suppression.of(cells("t", 52, "a", 1, "b", 1, "c", 50), List.of(sum("t", "a", "b", "c")))
                        .ids())
                .hasSize(3)
                .contains("a", "b");
    }

    @Test
    void a_small_count_that_is_all_of_its_total_hides_the_total_and_what_would_tell_it() {
        Hidden hidden =
                Suppression.of(cells("all", 63, "f", 3, "g", 60, "a", 3), List.of(sum("all", "f", "g"), sum("f", "a")));
        assertThat(hidden.ids()).contains("a", "f").hasSize(3);
    }

    @Test
    void a_small_count_of_two_ways_to_count_hides_four_counts() {
        List<CountCell> cells =
                cells("a1", 2, "a2", 20, "b1", 30, "b2", 40, "a", 22, "b", 70, "n1", 32, "n2", 60, "n", 92);
        List<Sum> sums = List.of(
                sum("a", "a1", "a2"),
                sum("b", "b1", "b2"),
                sum("n1", "a1", "b1"),
                sum("n2", "a2", "b2"),
                sum("n", "a", "b"),
                sum("n", "n1", "n2"));
        assertThat(Suppression.of(cells, sums).ids()).containsExactlyInAnyOrder("a1", "a2", "b1", "b2");
    }

    @Test
    void what_everybody_has_is_not_hidden_so_something_else_is() {
        List<CountCell> cells = new ArrayList<>(cells("t", 123, "a", 3, "c", 100));
        cells.add(new CountCell("b", 20, LEAST, CellStanding.SHOWN));
        assertThat(Suppression.of(cells, List.of(sum("t", "a", "b", "c"))).ids())
                .containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void what_was_hidden_stays_hidden() {
        List<CountCell> cells = new ArrayList<>(cells("t", 30, "b", 20));
        cells.add(new CountCell("a", 10, LEAST, CellStanding.HIDDEN));
        assertThat(Suppression.of(cells, List.of(sum("t", "a", "b"))).ids()).containsExactly("a");
    }

    @Test
    void where_what_everybody_has_gives_a_count_away_all_that_is_tied_to_it_is_hidden() {
        List<CountCell> cells = new ArrayList<>(cells("a", 3, "x", 100, "y", 103, "elsewhere", 50));
        cells.add(new CountCell("t", 23, LEAST, CellStanding.SHOWN));
        cells.add(new CountCell("b", 20, LEAST, CellStanding.SHOWN));
        Hidden hidden = Suppression.of(cells, List.of(sum("t", "a", "b"), sum("y", "a", "x")));
        assertThat(hidden.givenUp()).containsExactly("a");
        assertThat(hidden.ids()).contains("a", "x", "y").doesNotContain("elsewhere");
    }

    @ParameterizedTest(name = "{0} before, hidden {1}, now {2}: {3}")
    @CsvSource({
        "50, false, 50, SHOWN",
        "50, false, 52, SECRET",
        "50, false, 46, SECRET",
        "50, false, 55, NEW",
        "50, false, 3, NEW",
        "3, true, 3, SECRET",
        "3, true, 6, SECRET",
        "3, true, 80, HIDDEN",
        "0, false, 0, SHOWN",
        "0, false, 4, SECRET",
        "6, false, 0, NEW"
    })
    void a_new_version_stands_as_the_one_before_says(long before, boolean hidden, long now, CellStanding standing) {
        assertThat(CountCell.after(List.of(new EarlierCell(before, hidden)), "v2", now, LEAST)
                        .standing())
                .isEqualTo(standing);
    }

    @ParameterizedTest(name = "50 shown, then 60 hidden: {1} of {0}")
    @CsvSource({"52, SECRET", "58, SECRET", "50, HIDDEN", "60, SECRET", "90, HIDDEN"})
    void every_version_before_counts(long now, CellStanding standing) {
        assertThat(CountCell.after(List.of(new EarlierCell(60, true), new EarlierCell(50, false)), "v3", now, LEAST)
                        .standing())
                .isEqualTo(standing);
    }

    @Test
    void a_small_count_that_was_shown_when_less_was_hidden_hides_nothing_more() {
        List<CountCell> cells = new ArrayList<>(cells("t", 23, "b", 20));
        cells.add(new CountCell("a", 3, LEAST, CellStanding.SHOWN));
        assertThat(Suppression.of(cells, List.of(sum("t", "a", "b"))).ids()).isEmpty();
    }

    @Test
    void parts_that_are_not_their_total_are_a_mistake() {
        assertThatThrownBy(() -> Suppression.of(cells("t", 31, "a", 10, "b", 20), List.of(sum("t", "a", "b"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_sum_of_a_cell_that_is_not_there_is_a_mistake() {
        assertThatThrownBy(() -> Suppression.of(cells("t", 30, "a", 10), List.of(sum("t", "a", "b"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void two_cells_of_one_id_are_a_mistake() {
        assertThatThrownBy(() -> Suppression.of(cells("t", 30, "t", 30), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0}, hidden {1}: {2}")
    @CsvSource({
        "0, false, 0",
        "9, false, ",
        "10, false, 10",
        "12, false, 10",
        "13, false, 15",
        "1042, false, 1040",
        "40, true, "
    })
    void open_data_are_rounded_to_5_and_hidden_below_10(long value, boolean hidden, Long open) {
        assertThat(OpenFigure.of(value, hidden).stream().boxed().findFirst().orElse(null))
                .isEqualTo(open);
    }

    @Test
    void four_hundred_cells_take_less_than_five_seconds_of_a_processor() {
        Quarter quarter = new Quarter(new Random(3), 18, 6, 5, 6, 12, LEAST);
        List<CountCell> cells = new ArrayList<>();
        List<Sum> sums = new ArrayList<>(quarter.over("q.", List.of("m0.", "m1.", "m2.")).stream()
                .filter(sum -> !sum.total().startsWith("q.not"))
                .toList());
        List<Map<String, Long>> periods =
                List.of(quarter.month(0), quarter.month(1), quarter.month(2), quarter.whole());
        for (int i = 0; i < periods.size(); i++) {
            String period = List.of("m0.", "m1.", "m2.", "q.").get(i);
            cells.addAll(quarter.cells(period, periods.get(i)));
            sums.addAll(quarter.sums(period));
        }
        assertThat(cells).hasSizeGreaterThan(400);
        assertThat(sums).hasSizeGreaterThan(120);
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertThat(Suppression.of(cells, sums).ids()).isNotEmpty().hasSizeLessThan(cells.size());
        assertThat((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began) / 1e9)
                .isLessThan(5);
    }
}

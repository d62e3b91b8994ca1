package az.dost.vahid.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Somebody has every report, every version and all open data, and computes. He is stronger than one who has any two of
 * them. He solves by {@link ExactRanges}, of which the code knows nothing.
 */
class DisclosureAttackTest {
    private static final BiFunction<List<CountCell>, List<Sum>, Hidden> SMALL_ONES_ONLY =
            (cells, sums) -> new Hidden(ids(cells), Set.of());

    private static Set<String> ids(List<CountCell> cells) {
        Set<String> ids = new HashSet<>();
        cells.stream().filter(CountCell::hiddenFirst).forEach(cell -> ids.add(cell.id()));
        return ids;
    }

    /** Three months, their quarter, and corrections of months with the quarter's next version, in the order of time. */
    static Press history(
            Quarter quarter, Random random, int corrections, BiFunction<List<CountCell>, List<Sum>, Hidden> rule) {
        Press press = new Press(rule);
        List<String> months = new ArrayList<>();
        for (int month = 0; month < Quarter.MONTHS; month++) {
            months.add("m" + month + "v1.");
            press.publish(quarter.cells(months.get(month), quarter.month(month)), quarter.sums(months.get(month)));
        }
        String whole = "qv1.";
        List<Sum> sums = new ArrayList<>(quarter.sums(whole));
        sums.addAll(quarter.over(whole, months));
        press.publish(quarter.cells(whole, quarter.whole()), sums);
        for (int version = 2; version < 2 + corrections; version++) {
            int month = random.nextInt(Quarter.MONTHS);
            quarter.correct(month);
            String name = "m" + month + "v" + version + ".";
            List<CountCell> cells =
                    new ArrayList<>(quarter.cells(press, months.set(month, name), name, quarter.month(month)));
            cells.addAll(quarter.cells(press, whole, "qv" + version + ".", quarter.whole()));
            whole = "qv" + version + ".";
            sums = new ArrayList<>(quarter.sums(name));
            sums.addAll(quarter.sums(whole));
            sums.addAll(quarter.over(whole, months));
            press.publish(cells, sums);
        }
        return press;
    }

    @ParameterizedTest(
            name = "{0} services, {1} families, {2} centres, {3} channels, up to {4} cases alike, below {5} hidden")
    @CsvSource({"4,2,3,2,4,5", "4,2,3,2,20,5", "6,3,2,3,3,10", "3,1,2,2,2,5", "8,3,5,6,8,5", "5,5,4,3,40,10"})
    void nobody_learns_a_small_count_from_months_quarter_and_versions(
            int services, int families, int centres, int channels, int most, int least) {
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            Press press = history(
                    new Quarter(random, services, families, centres, channels, most, least),
                    random,
                    2,
                    Suppression::of);
            assertThat(press.found()).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void the_attack_finds_small_counts_where_only_they_are_hidden() {
        Random random = new Random(1);
        assertThat(history(new Quarter(random, 6, 3, 3, 3, 8, 5), random, 2, SMALL_ONES_ONLY)
                        .found())
                .hasSizeGreaterThan(10);
    }
}

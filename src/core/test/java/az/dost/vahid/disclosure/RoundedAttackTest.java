package az.dost.vahid.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Somebody has all open data and nothing else: of each count that is not hidden he knows by its rounding from where to
 * where it may be, and of each hidden one that it is not 0. He knows all sums, over tables, months, quarter and
 * versions, and solves.
 */
@Tag("attack")
class RoundedAttackTest {
    private static final int LEAST = OpenFigure.LEAST;

    private static Press history(
            int seed, int services, int families, int most, BiFunction<List<CountCell>, List<Sum>, Hidden> rule) {
        Random random = new Random(seed);
        return DisclosureAttackTest.history(
                new Quarter(random, services, families, 2, 2, most, LEAST), random, 1, rule);
    }

    /** Of each guarded cell the interval that he comes to. */
    private static Map<String, double[]> attack(Press press) {
        Map<String, Integer> unknown = new LinkedHashMap<>();
        Map<String, Long> from = new HashMap<>();
        Map<String, Long> width = new LinkedHashMap<>();
        press.cells.forEach((id, cell) -> {
            long rounded =
                    OpenFigure.of(cell.value(), press.hidden.contains(id)).orElse(-1);
            from.put(
                    id,
                    rounded < 0
                            ? Math.min(1, cell.value())
                            : rounded == 0 ? 0 : Math.max(rounded - OpenFigure.STEP / 2, LEAST));
            if (rounded > 0) {
                width.put(id, rounded + OpenFigure.STEP / 2 - from.get(id));
            }
            if (rounded != 0) {
                unknown.put(id, unknown.size());
            }
        });
        int columns = unknown.size() + width.size();
        List<long[]> equations = new ArrayList<>();
        for (Sum sum : press.sums) {
            long[] row = new long[columns + 1];
            put(row, sum.total(), -1, unknown, from);
            sum.parts().forEach(part -> put(row, part, 1, unknown, from));
            equations.add(row);
        }
        int slack = unknown.size();
        for (Map.Entry<String, Long> bound : width.entrySet()) {
            long[] row = new long[columns + 1];
            row[unknown.get(bound.getKey())] = 1;
            row[slack++] = 1;
            row[columns] = bound.getValue();
            equations.add(row);
        }
        ExactRanges ranges = new ExactRanges(columns, equations);
        Map<String, double[]> found = new LinkedHashMap<>();
        press.guarded.stream().sorted().forEach(id -> {
            double[] range = ranges.of(unknown.get(id));
            found.put(id, new double[] {range[0] + from.get(id), range[1] + from.get(id)});
        });
        return found;
    }

    private static void put(long[] row, String id, long factor, Map<String, Integer> unknown, Map<String, Long> from) {
        if (unknown.containsKey(id)) {
            row[unknown.get(id)] += factor;
        }
        row[row.length - 1] -= factor * from.get(id);
    }

    @ParameterizedTest(name = "{0} services of {1} families, up to {2} cases alike")
    @CsvSource({"3, 1, 30", "3, 2, 60", "4, 2, 20"})
    void nobody_learns_a_count_below_ten(int services, int families, int most) {
        for (int seed = 0; seed < 2; seed++) {
            Press press = history(seed, services, families, most, Suppression::of);
            Map<String, double[]> found = attack(press);
            assertThat(found).as("seed %d", seed).isNotEmpty().allSatisfy((id, range) -> {
                assertThat((double) press.cells.get(id).value()).as(id).isBetween(range[0], range[1]);
                assertThat(range[1] - range[0])
                        .as("%s is from %s to %s", id, range[0], range[1])
                        .isGreaterThanOrEqualTo(LEAST);
            });
        }
    }

    /** Rounding alone hides nothing: this is what the attack finds where only small counts are hidden. */
    @ParameterizedTest(name = "{0} services of {1} families, up to {2} cases alike")
    @CsvSource({"3, 1, 30", "3, 2, 60"})
    void the_attack_finds_counts_where_only_small_ones_are_hidden(int services, int families, int most) {
        Press press = history(1, services, families, most, (cells, sums) -> {
            Set<String> small = new HashSet<>();
            cells.stream().filter(CountCell::hiddenFirst).forEach(cell -> small.add(cell.id()));
            return new Hidden(small, Set.of());
        });
        assertThat(attack(press).values()).anyMatch(range -> range[1] - range[0] < LEAST / 2);
    }
}

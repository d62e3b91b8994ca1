package az.dost.vahid.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Publishes tables one after the other, as a closing does: what was published stays, and each new one is looked at with
 * all before it.
 */
final class Press {
    final Map<String, CountCell> cells = new LinkedHashMap<>();
    final List<Sum> sums = new ArrayList<>();
    final Set<String> hidden = new HashSet<>();
    final Set<String> guarded = new HashSet<>();
    final Set<String> givenUp = new HashSet<>();
    /** Of each cell the versions before it. */
    private final Map<String, List<String>> versions = new HashMap<>();

    private final BiFunction<List<CountCell>, List<Sum>, Hidden> rule;

    /** @param rule what is hidden: {@link Suppression} or what the test puts in its place */
    Press(BiFunction<List<CountCell>, List<Sum>, Hidden> rule) {
        this.rule = rule;
    }

    /** @param more cells that were not published before, and the sums that they are in */
    void publish(List<CountCell> more, List<Sum> moreSums) {
        List<CountCell> all = new ArrayList<>();
        cells.values()
                .forEach(cell -> all.add(new CountCell(
                        cell.id(),
                        cell.value(),
                        cell.least(),
                        !hidden.contains(cell.id())
                                ? CellStanding.SHOWN
                                : cell.standing() == CellStanding.SECRET ? CellStanding.SECRET : CellStanding.HIDDEN)));
        all.addAll(more);
        sums.addAll(moreSums);
        Hidden now = rule.apply(all, sums);
        for (CountCell cell : more) {
            cells.put(cell.id(), cell);
            if (now.has(cell.id())) {
                hidden.add(cell.id());
            }
            if (cell.standing() == CellStanding.SECRET || cell.value() > 0 && cell.value() < cell.least()) {
                guarded.add(cell.id());
            }
        }
        givenUp.addAll(now.givenUp());
    }

    /** A cell of a new version of one that was published. */
    CountCell after(String before, String id, long value) {
        List<String> ids =
                versions.computeIfAbsent(id, key -> new ArrayList<>(versions.getOrDefault(before, List.of())));
        ids.add(before);
        return CountCell.after(
                ids.stream()
                        .map(one -> new EarlierCell(cells.get(one).value(), hidden.contains(one)))
                        .toList(),
                id,
                value,
                cells.get(before).least());
    }

    /**
     * Of each guarded cell what one can say who has all reports, and knows that what they hide is not 0.
     *
     * @return by id the width of what is known at most, in the unit of the cell
     */
    Map<String, Double> attack() {
        Map<String, Integer> unknown = new HashMap<>();
        cells.keySet().stream().filter(hidden::contains).forEach(id -> unknown.put(id, unknown.size()));
        int columns = unknown.size();
        List<long[]> equations = new ArrayList<>();
        for (Sum sum : sums) {
            long[] row = new long[columns + 1];
            put(row, sum.total(), -1, unknown);
            sum.parts().forEach(part -> put(row, part, 1, unknown));
            equations.add(row);
        }
        ExactRanges ranges = new ExactRanges(columns, equations);
        Map<String, Double> widths = new LinkedHashMap<>();
        guarded.stream().sorted().forEach(id -> {
            double[] range = unknown.containsKey(id) ? ranges.of(unknown.get(id)) : new double[2];
            range[0] += least(id);
            range[1] += least(id);
            if (range[0] > cells.get(id).value()
                    || unknown.containsKey(id) && range[1] < cells.get(id).value()) {
                throw new IllegalStateException("The attack does not know what is true: " + id);
            }
            widths.put(id, range[1] - range[0]);
        });
        return widths;
    }

    private void put(long[] row, String id, long factor, Map<String, Integer> unknown) {
        if (unknown.containsKey(id)) {
            row[unknown.get(id)] += factor;
            row[row.length - 1] -= factor * least(id);
        } else {
            row[row.length - 1] -= factor * cells.get(id).value();
        }
    }

    /** A hidden one of 0 is one that a version before hid; nobody is told which. */
    private long least(String id) {
        return Math.min(1, cells.get(id).value());
    }

    /** The guarded cells of which somebody can say more than he may. */
    List<String> found() {
        Map<String, Double> widths = attack();
        return widths.keySet().stream()
                .filter(id -> widths.get(id) < cells.get(id).least())
                .toList();
    }
}

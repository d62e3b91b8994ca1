package az.dost.vahid.journeys.report;

import az.dost.vahid.disclosure.CellStanding;
import az.dost.vahid.disclosure.CountCell;
import az.dost.vahid.disclosure.Sum;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Divides cells so that none of one part says anything of another part's: a cell that everybody has ties nothing. Each
 * part is looked at alone, which is fast.
 */
final class TiedCells {
    private final Map<String, CountCell> cells;
    private final Map<String, String> above = new HashMap<>();

    /** Cells that sums tie together, with those that everybody has of these sums. */
    record Part(List<CountCell> cells, List<Sum> sums) {}

    private TiedCells(Map<String, CountCell> cells) {
        this.cells = cells;
    }

    /** @param cells by id */
    static Collection<Part> parts(Map<String, CountCell> cells, List<Sum> sums) {
        TiedCells tied = new TiedCells(cells);
        sums.forEach(tied::tie);
        Map<String, Set<CountCell>> parts = new LinkedHashMap<>();
        cells.values().stream()
                .filter(cell -> cell.standing() != CellStanding.SHOWN)
                .forEach(cell -> parts.computeIfAbsent(tied.top(cell.id()), top -> new LinkedHashSet<>())
                        .add(cell));
        Map<String, Set<Sum>> theirs = new HashMap<>();
        for (Sum sum : sums) {
            tied.loose(sum).findFirst().ifPresent(id -> {
                parts.get(tied.top(id)).addAll(members(sum).map(cells::get).toList());
                theirs.computeIfAbsent(tied.top(id), top -> new LinkedHashSet<>())
                        .add(sum);
            });
        }
        List<Part> all = new ArrayList<>();
        parts.forEach((top, members) ->
                all.add(new Part(List.copyOf(members), List.copyOf(theirs.getOrDefault(top, Set.of())))));
        return all;
    }

    private static Stream<String> members(Sum sum) {
        return Stream.concat(Stream.of(sum.total()), sum.parts().stream());
    }

    private Stream<String> loose(Sum sum) {
        return members(sum).filter(id -> cells.get(id).standing() != CellStanding.SHOWN);
    }

    private void tie(Sum sum) {
        List<String> ids = loose(sum).toList();
        for (int i = 1; i < ids.size(); i++) {
            above.put(top(ids.get(i)), top(ids.get(0)));
        }
    }

    private String top(String id) {
        String top = id;
        while (!above.getOrDefault(top, top).equals(top)) {
            top = above.get(top);
        }
        return top;
    }
}

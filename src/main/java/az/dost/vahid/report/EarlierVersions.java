package az.dost.vahid.report;

import az.dost.vahid.report.disclosure.Cell;
import az.dost.vahid.report.disclosure.Earlier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** How a correction's cells stand for what its earlier versions showed: who lays two side by side sees what came between. */
final class EarlierVersions {
    /**
     * @param hidden of an earlier version, the ids that it hid
     * @return by the id of each cell that an earlier version had
     */
    static Map<String, Cell> cells(Relations now, Counts counts, List<KeptCounts> earlier, Function<KeptCounts, Set<String>> hidden, ToIntFunction<CellName> least) {
        Map<String, List<Earlier>> versions = new TreeMap<>();
        counts.all().keySet().stream().filter(now::has).forEach(cell -> earlier.stream().filter(version -> version.counts().all().containsKey(cell)).forEach(version ->
                versions.computeIfAbsent(now.id(cell), id -> new ArrayList<>()).add(new Earlier(version.counts().of(cell), hidden.apply(version).contains(cell.id())))));
        Map<String, Cell> cells = new TreeMap<>();
        now.cells().stream().filter(cell -> versions.containsKey(cell.id())).forEach(cell ->
                cells.put(cell.id(), Cell.after(versions.get(cell.id()), cell.id(), cell.value(), cell.least())));
        return cells;
    }

    private EarlierVersions() { }
}

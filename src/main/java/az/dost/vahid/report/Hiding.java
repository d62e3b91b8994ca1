package az.dost.vahid.report;

import az.dost.vahid.report.disclosure.Cell;
import az.dost.vahid.report.disclosure.Sum;
import az.dost.vahid.report.disclosure.Suppression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which cells of a report are hidden, so that what is shown of it and was shown before it gives none of them away. */
final class Hiding {
    private final Relations now;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();
    private final Set<String> hidden = new HashSet<>();
    private final Set<String> shown = new HashSet<>();

    Hiding(Relations now) {
        this.now = now;
        add(now);
    }

    private void add(Relations relations) {
        cells.addAll(relations.cells());
        sums.addAll(relations.sums());
        hidden.addAll(relations.unshown());
    }

    /** @param standing the period's cells, as its earlier versions make them stand; by id */
    Hiding after(Map<String, Cell> standing) {
        cells.replaceAll(cell -> standing.getOrDefault(cell.id(), cell));
        return this;
    }

    /** @param ids that must be hidden whatever they are */
    Hiding and(Set<String> ids) {
        hidden.addAll(ids);
        return this;
    }

    /**
     * What was published of a month that is part of the period.
     *
     * @param hid ids of the cells that it hid
     */
    Hiding published(Relations month, Set<String> hid) {
        add(month);
        hid.forEach(id -> hidden.add(month.id(CellName.of(id))));
        month.cells().stream().map(Cell::id).filter(id -> !hidden.contains(id)).forEach(shown::add);
        return this;
    }

    /** A cell of the period that is the sum of cells of its months. */
    Hiding sum(CellName total, List<String> parts) {
        sums.add(new Sum(now.id(total), parts));
        return this;
    }

    /** All that must be hidden of the period's own cells. */
    Set<String> ids() {
        return Suppression.of(cells, sums, hidden, shown).ids();
    }
}

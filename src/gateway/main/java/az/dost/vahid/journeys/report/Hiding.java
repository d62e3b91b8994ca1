package az.dost.vahid.journeys.report;

import az.dost.vahid.disclosure.CellStanding;
import az.dost.vahid.disclosure.CountCell;
import az.dost.vahid.disclosure.Hidden;
import az.dost.vahid.disclosure.Sum;
import az.dost.vahid.disclosure.Suppression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which cells of a report are hidden, so that what is shown of it and was shown before it gives none of them away. */
final class Hiding {
    private static final Logger LOG = LoggerFactory.getLogger(Hiding.class);
    private final List<CountCell> cells = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();
    private final Map<String, CellStanding> standings = new HashMap<>();

    Hiding(Relations now) {
        add(now);
    }

    private void add(Relations relations) {
        cells.addAll(relations.cells());
        sums.addAll(relations.sums());
        relations.unshown().forEach(id -> standings.put(id, CellStanding.HIDDEN));
    }

    /** @param ids that are hidden whatever they are */
    Hiding hidden(Set<String> ids) {
        ids.forEach(id -> standings.put(id, CellStanding.HIDDEN));
        return this;
    }

    /** @param standing the period's cells, as its earlier versions make them stand */
    Hiding after(Collection<CountCell> standing) {
        standing.forEach(cell ->
                standings.merge(cell.id(), cell.standing(), (was, now) -> now == CellStanding.SECRET ? now : was));
        return this;
    }

    /**
     * What was published of a month that is part of the period.
     *
     * @param hid ids of the cells that it hid
     */
    void published(Relations month, Set<String> hid) {
        add(month);
        hid.forEach(id -> standings.put(month.id(CellName.of(id)), CellStanding.HIDDEN));
        month.cells().forEach(cell -> standings.putIfAbsent(cell.id(), CellStanding.SHOWN));
    }

    /** A cell of a quarter that is the sum of cells of its months. */
    void sum(String total, List<String> parts) {
        sums.add(new Sum(total, parts));
    }

    /** All that must be hidden, of the period and of its months. */
    Set<String> ids() {
        Map<String, CountCell> standing = new LinkedHashMap<>();
        cells.forEach(cell -> standing.put(
                cell.id(),
                new CountCell(
                        cell.id(), cell.value(), cell.least(), standings.getOrDefault(cell.id(), CellStanding.NEW))));
        Set<String> hidden = new HashSet<>();
        Set<String> givenUp = new HashSet<>();
        for (TiedCells.Part part : TiedCells.parts(standing, sums)) {
            Hidden found = Suppression.of(part.cells(), part.sums());
            hidden.addAll(found.ids());
            givenUp.addAll(found.givenUp());
        }
        if (!givenUp.isEmpty()) {
            LOG.warn("{} counts of a report could be hidden only with all that is tied to them", givenUp.size());
        }
        return hidden;
    }
}

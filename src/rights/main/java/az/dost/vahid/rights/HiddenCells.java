package az.dost.vahid.rights;

import az.dost.vahid.disclosure.CellStanding;
import az.dost.vahid.disclosure.CountCell;
import az.dost.vahid.disclosure.Hidden;
import az.dost.vahid.disclosure.Sum;
import az.dost.vahid.disclosure.Suppression;
import az.dost.vahid.rights.Counts.Cell;
import az.dost.vahid.rights.Group.By;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is not shown of a simulation, by the rules of reports: small counts, and as many others as it takes that nobody
 * computes those, from the people of a group, from the whole of a change, or from another breakdown. Everybody knows
 * how many people a group has. An amount is hidden with its count, where it is that of few people, and where the whole
 * would give it.
 */
final class HiddenCells {
    /** Fewer people than that are not shown. */
    static final int FEWEST = 5;
    /** Nor fewer where people are told apart by disability, nor what they are paid. */
    static final int FEWEST_SENSITIVE = 10;

    private final Counts counts;
    private final Set<Cell> hidden = new HashSet<>();
    private final Set<Cell> amounts = new HashSet<>();

    /** @param counts with groups of few people counted together */
    HiddenCells(Counts counts, Collection<String> rights) {
        this.counts = counts;
        // Rights share nothing but the number of people, which is known.
        rights.parallelStream().map(this::counts).toList().forEach(hidden::addAll);
        for (String right : rights) {
            for (Change change : Change.values()) {
                byKind().values().forEach(groups -> hideAmounts(cells(right, change, groups)));
            }
        }
    }

    boolean people(Cell cell) {
        return hidden.contains(cell);
    }

    /** Whether what the people of a count are paid more or less is hidden. */
    boolean amount(Cell cell) {
        return amounts.contains(cell);
    }

    private Map<By, List<Group>> byKind() {
        Map<By, List<Group>> kinds = new EnumMap<>(By.class);
        counts.groups()
                .keySet()
                .forEach(group -> kinds.computeIfAbsent(group.by(), by -> new ArrayList<>())
                        .add(group));
        return kinds;
    }

    private static List<Cell> cells(String right, Change change, List<Group> groups) {
        return groups.stream().map(group -> new Cell(right, change, group)).toList();
    }

    private Set<Cell> counts(String right) {
        List<CountCell> cells = new ArrayList<>();
        List<Sum> sums = new ArrayList<>();
        Set<Cell> all = new HashSet<>();
        counts.groups().forEach((group, people) -> {
            cells.add(new CountCell(id(group), people, FEWEST, CellStanding.SHOWN));
            List<String> parts = new ArrayList<>();
            for (Change change : Change.values()) {
                Cell cell = new Cell(right, change, group);
                all.add(cell);
                cells.add(new CountCell(
                        id(cell), counts.people(cell), group.by() == By.DISABILITY ? FEWEST_SENSITIVE : FEWEST));
                parts.add(id(cell));
            }
            sums.add(new Sum(id(group), parts));
        });
        byKind().forEach((by, groups) -> {
            for (Change change : Change.values()) {
                if (by != By.ALL) {
                    sums.add(new Sum(
                            id(new Cell(right, change, Group.ALL)),
                            cells(right, change, groups).stream()
                                    .map(HiddenCells::id)
                                    .toList()));
                }
            }
        });
        Hidden found = Suppression.of(cells, sums);
        all.removeIf(cell -> !found.has(id(cell)));
        return all;
    }

    private static String id(Group group) {
        return group.by() + "/" + group.name();
    }

    private static String id(Cell cell) {
        return cell.change() + "/" + id(cell.group());
    }

    /** @param parts of one whole, which is shown or hidden by itself */
    private void hideAmounts(List<Cell> parts) {
        List<Cell> bySize = parts.stream()
                .filter(cell -> counts.people(cell) > 0)
                .sorted(Comparator.comparing(counts::people))
                .toList();
        long together = 0;
        int many = 0;
        for (Cell cell : bySize) {
            boolean few = people(cell) || counts.people(cell) < FEWEST_SENSITIVE;
            boolean told = many > 0 && (many < 2 || together < FEWEST_SENSITIVE);
            if (few || told) {
                amounts.add(cell);
                together += counts.people(cell);
                many++;
            }
        }
    }
}

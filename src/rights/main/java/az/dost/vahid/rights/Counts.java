package az.dost.vahid.rights;

import az.dost.vahid.rights.Group.By;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * People by group, right and change, and what changes for them a month. Of one thread; those of several are added
 * together, in any order.
 */
final class Counts {
    /**
     * A group of fewer people is counted with others: what is shown of its parts would tell of each of them, and they
     * are too few to hide a small count among them.
     */
    static final int LEAST_GROUP = 20;

    private final Map<Group, Long> people = new HashMap<>();
    private final Map<Cell, Tally> cells = new HashMap<>();

    /** A count. */
    record Cell(String right, Change change, Group group) {}

    private static final class Tally {
        private long people;
        private long qapik;
    }

    /** One person more. */
    void person(List<Group> groups) {
        groups.forEach(group -> people.merge(group, 1L, Long::sum));
    }

    /** @param qapik by which what is paid a month changes */
    void change(String right, Change change, List<Group> groups, long qapik) {
        groups.forEach(group -> add(new Cell(right, change, group), 1, qapik));
    }

    private void add(Cell cell, long more, long qapik) {
        Tally tally = cells.computeIfAbsent(cell, one -> new Tally());
        tally.people += more;
        tally.qapik += qapik;
    }

    void add(Counts others) {
        others.people.forEach((group, more) -> people.merge(group, more, Long::sum));
        others.cells.forEach((cell, tally) -> add(cell, tally.people, tally.qapik));
    }

    /** The same, with groups of few people counted together as {@link Group#OTHER}. */
    Counts grouped() {
        Set<Group> small = new HashSet<>();
        for (By by : By.values()) {
            long together = 0;
            for (Group group : bySize(by)) {
                if (by != By.ALL && (people.get(group) < LEAST_GROUP || together > 0 && together < LEAST_GROUP)) {
                    small.add(group);
                    together += people.get(group);
                }
            }
        }
        Counts grouped = new Counts();
        people.forEach((group, count) -> grouped.people.merge(in(group, small), count, Long::sum));
        cells.forEach((cell, tally) ->
                grouped.add(new Cell(cell.right, cell.change, in(cell.group, small)), tally.people, tally.qapik));
        return grouped;
    }

    private List<Group> bySize(By by) {
        return people.keySet().stream()
                .filter(group -> group.by() == by)
                .sorted(Comparator.<Group, Long>comparing(people::get).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static Group in(Group group, Set<Group> small) {
        return small.contains(group) ? new Group(group.by(), Group.OTHER) : group;
    }

    /** All groups in their order, and how many people are in each. */
    SortedMap<Group, Long> groups() {
        return new TreeMap<>(people);
    }

    long people(Cell cell) {
        return cells.containsKey(cell) ? cells.get(cell).people : 0;
    }

    long qapik(Cell cell) {
        return cells.containsKey(cell) ? cells.get(cell).qapik : 0;
    }
}

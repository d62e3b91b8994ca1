package az.dost.vahid.rights;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.disclosure.ExactRanges;
import az.dost.vahid.rights.Counts.Cell;
import az.dost.vahid.rights.Group.By;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody reads a whole result, and computes what it hides: he knows all sums, and that what is hidden is not 0. */
@Tag("attack")
class HiddenCellsAttackTest {
    private static final String RIGHT = "right";
    private static final int RESULTS = 25;

    private final Random random = new Random(404);

    private Counts counts(int people, int rare) {
        Counts counts = new Counts();
        for (int i = 0; i < people; i++) {
            List<Group> groups = List.of(
                    Group.ALL,
                    new Group(By.REGION, "R" + Math.min(random.nextInt(5), random.nextInt(5))),
                    new Group(By.SEX, random.nextBoolean() ? "FEMALE" : "MALE"),
                    new Group(By.AGE, random.nextInt(3) == 0 ? "60-69" : "70+"),
                    new Group(By.DISABILITY, random.nextInt(4) == 0 ? "81-100" : "NONE"));
            counts.person(groups);
            Change change = random.nextInt(rare) > 0
                    ? Change.NOT_ENTITLED
                    : Change.values()[random.nextInt(Change.values().length)];
            counts.change(RIGHT, change, groups, change.money() ? 14_000 + 1_000L * random.nextInt(9) : 0);
        }
        return counts.grouped();
    }

    @Test
    void no_small_count_follows_from_what_is_shown() {
        int small = 0;
        int untold = 0;
        for (int i = 0; i < RESULTS; i++) {
            Counts counts = counts(60 + random.nextInt(200), 2 + random.nextInt(6));
            HiddenCells hidden = new HiddenCells(counts, List.of(RIGHT));
            Map<Cell, Integer> unknown = new HashMap<>();
            counts.groups().keySet().forEach(group -> {
                for (Change change : Change.values()) {
                    Cell cell = new Cell(RIGHT, change, group);
                    if (hidden.people(cell)) {
                        unknown.put(cell, unknown.size());
                    }
                }
            });
            if (unknown.size() == counts.groups().size() * Change.values().length) {
                // Nothing hides a small count well enough, so nothing is told but how many people the groups have.
                untold++;
                continue;
            }
            ExactRanges ranges = new ExactRanges(unknown.size(), equations(counts, unknown));
            for (Group group : counts.groups().keySet()) {
                for (Change change : Change.values()) {
                    Cell cell = new Cell(RIGHT, change, group);
                    int least = group.by() == By.DISABILITY ? 10 : 5;
                    if (counts.people(cell) > 0 && counts.people(cell) < least) {
                        small++;
                        assertThat(hidden.people(cell)).as(cell.toString()).isTrue();
                        double[] range = ranges.of(unknown.get(cell));
                        assertThat(range[1] - range[0]).as(cell.toString()).isGreaterThanOrEqualTo(least);
                    }
                }
            }
        }
        assertThat(small).as("small counts that were attacked").isGreaterThan(RESULTS);
        assertThat(untold).as("results that tell nothing").isLessThan(RESULTS / 4);
    }

    /** Of each hidden count how much more than 1 it is. */
    private static List<long[]> equations(Counts counts, Map<Cell, Integer> unknown) {
        List<long[]> equations = new ArrayList<>();
        counts.groups().forEach((group, people) -> {
            long[] row = new long[unknown.size() + 1];
            row[unknown.size()] = people;
            for (Change change : Change.values()) {
                put(row, new Cell(RIGHT, change, group), 1, counts, unknown);
            }
            equations.add(row);
        });
        for (By by : By.values()) {
            for (Change change : Change.values()) {
                long[] row = new long[unknown.size() + 1];
                put(row, new Cell(RIGHT, change, Group.ALL), -1, counts, unknown);
                counts.groups().keySet().stream()
                        .filter(group -> group.by() == by && by != By.ALL)
                        .forEach(group -> put(row, new Cell(RIGHT, change, group), 1, counts, unknown));
                if (by != By.ALL) {
                    equations.add(row);
                }
            }
        }
        return equations;
    }

    private static void put(long[] row, Cell cell, int factor, Counts counts, Map<Cell, Integer> unknown) {
        if (unknown.containsKey(cell)) {
            row[unknown.get(cell)] += factor;
            row[row.length - 1] -= factor;
        } else {
            row[row.length - 1] -= factor * counts.people(cell);
        }
    }

    @Test
    void no_amount_is_that_of_few_people_nor_follows_from_the_whole() {
        int amounts = 0;
        for (int i = 0; i < RESULTS; i++) {
            Counts counts = counts(200 + random.nextInt(800), 2 + random.nextInt(3));
            HiddenCells hidden = new HiddenCells(counts, List.of(RIGHT));
            for (Change change : Change.values()) {
                boolean whole = !hidden.amount(new Cell(RIGHT, change, Group.ALL));
                for (By by : By.values()) {
                    long rest = 0;
                    for (Group group : counts.groups().keySet()) {
                        Cell cell = new Cell(RIGHT, change, group);
                        if (group.by() == by && counts.people(cell) > 0) {
                            amounts++;
                            assertThat(!hidden.amount(cell) && (hidden.people(cell) || counts.people(cell) < 10))
                                    .as(cell.toString())
                                    .isFalse();
                            rest += hidden.amount(cell) ? counts.people(cell) : 0;
                        }
                    }
                    if (whole) {
                        assertThat(rest).as(change + " " + by).matches(people -> people == 0 || people >= 10);
                    }
                }
            }
        }
        assertThat(amounts).isGreaterThan(RESULTS);
    }

    /** A group of one or two people would show what became of each, whatever is hidden. */
    @Test
    void few_people_are_no_group_of_their_own() {
        Counts counts = new Counts();
        for (int i = 0; i < 60; i++) {
            counts.person(List.of(Group.ALL, new Group(By.REGION, i < 1 ? "A" : i < 8 ? "B" : i < 20 ? "C" : "D")));
        }
        assertThat(counts.grouped().groups())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(Group.ALL, 60L, new Group(By.REGION, Group.OTHER), 20L, new Group(By.REGION, "D"), 40L));
    }
}

package az.dost.vahid.disclosure;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Finds what must be hidden, in this order:
 *
 * <ol>
 *   <li>what was hidden before, small counts, and counts of which the difference to what was shown before is small;
 *   <li>for each guarded one as few and as small others as are needed, so that whoever knows all that is shown, all
 *       sums, and that a hidden count is not 0 can say no more of it than an interval of its {@code least}: two tables
 *       of whole numbers have been found that agree in all that is shown, and differ in it by so much;
 *   <li>where no such tables are found, all that was new and is tied to it by sums;
 *   <li>what turned out not to be needed is shown again.
 * </ol>
 */
public final class Suppression {
    /**
     * How many sums away from a cell others are looked for first: small systems are solved fast, and what is near is
     * seldom missed.
     */
    private static final int[] NEAR = {2, 3, 5};

    private static final int MOST_SECOND_LOOKS = 150;
    private final CellTable table;
    private final Moves moves;
    private final Cover cover;
    private final BitSet hidden = new BitSet();
    private final BitSet givenUp = new BitSet();
    private final BitSet lost = new BitSet();
    private int secondLooks;

    private Suppression(CellTable table) {
        this.table = table;
        this.moves = new Moves(table);
        this.cover = new Cover(table);
    }

    /**
     * @param cells of what is to be published, and of all published earlier that sums tie to it
     * @param sums all that hold among them
     * @return what must be hidden; the same for the same cells in the same order
     * @throws IllegalArgumentException for sums that do not hold, and ids that are not there, or there twice
     */
    public static Hidden of(List<CountCell> cells, List<Sum> sums) {
        return new Suppression(new CellTable(cells, sums)).hide();
    }

    private Hidden hide() {
        cells().filter(cell -> table.cells.get(cell).hiddenFirst()).forEach(hidden::set);
        List<Integer> guarded = cells().filter(cell -> table.cells.get(cell).guarded())
                .boxed()
                .sorted(Comparator.comparingLong(cell -> -table.cells.get(cell).value()))
                .toList();
        for (int cell : guarded) {
            if (!lost.get(cell) && !guard(cell)) {
                giveUp(cell);
            }
        }
        showAgain(guarded);
        hidden.or(lost);
        return new Hidden(ids(hidden), ids(givenUp));
    }

    /** Hides what a cell needs beside all that is hidden; says whether that was enough. */
    private boolean guard(int cell) {
        if (coveredBy(cell, hidden)) {
            return true;
        }
        BitSet movable = movable();
        for (int sums : NEAR) {
            BitSet near = table.tied(cell, movable, sums);
            if (ways(cell, table.room(cell), Long.MAX_VALUE).limit(1).anyMatch(way -> moved(cell, way, near))) {
                return true;
            }
        }
        int least = table.cells.get(cell).least();
        long farDown = moves.farthest(cell, -1, least, movable, cover);
        long farUp = moves.farthest(cell, 1, least, movable, cover);
        return farDown + farUp >= least && ways(cell, farDown, farUp).anyMatch(way -> moved(cell, way, movable));
    }

    private boolean coveredBy(int cell, BitSet others) {
        int least = table.cells.get(cell).least();
        return cover.covers(cell, others)
                || moves.farthest(cell, -1, least, others, cover) + moves.farthest(cell, 1, least, others, cover)
                                >= least
                        && cover.covers(cell, others);
    }

    /**
     * By how much a cell may go down and up to make its interval, a small one best from 1. Larger moves are whole
     * numbers where smaller ones are halves.
     */
    private Stream<long[]> ways(int cell, long farDown, long farUp) {
        int least = table.cells.get(cell).least();
        long value = table.cells.get(cell).value();
        long first = Math.max(least - farUp, Math.min(farDown, value < least ? table.room(cell) : least / 2));
        return Stream.concat(
                LongStream.of(first, farDown, least - farUp).mapToObj(down ->
                        new long[] {-down, Math.max(least - down, 0)}),
                Stream.of(new long[] {0, 2L * least}, new long[] {0, 4L * least}));
    }

    /** @param way how far down and how far up */
    private boolean moved(int cell, long[] way, BitSet movable) {
        BitSet needed = (BitSet) hidden.clone();
        for (long by : way) {
            if (by != 0) {
                Optional<long[]> move = moves.cheapest(cell, by, needed, movable, false)
                        .or(() -> moves.cheapest(cell, by, needed, movable, true));
                if (move.isEmpty()) {
                    return false;
                }
                cover.add(move.get());
                cells().filter(other -> move.get()[other] != 0).forEach(needed::set);
            }
        }
        hidden.or(needed);
        return true;
    }

    /** A count of 0 is no hiding place: many a 0 is one that everybody knows. */
    private BitSet movable() {
        BitSet movable = (BitSet) hidden.clone();
        cells().filter(cell -> table.cells.get(cell).standing() == CellStanding.NEW
                        && table.cells.get(cell).value() > 0)
                .forEach(movable::set);
        return movable;
    }

    private void giveUp(int cell) {
        givenUp.set(cell);
        BitSet all = new BitSet();
        all.set(0, table.cells.size());
        lost.or(table.tied(cell, all));
    }

    private void showAgain(List<Integer> guarded) {
        List<Integer> others = hidden.stream()
                .filter(cell -> !table.cells.get(cell).hiddenFirst())
                .boxed()
                .sorted(Comparator.comparingLong(cell -> -table.cells.get(cell).value()))
                .collect(Collectors.toList());
        for (int other : others) {
            hidden.clear(other);
            if (!guarded.stream().filter(cell -> !lost.get(cell)).allMatch(this::stillGuarded)) {
                hidden.set(other);
            }
        }
    }

    private boolean stillGuarded(int cell) {
        return cover.covers(cell, hidden) || secondLooks++ < MOST_SECOND_LOOKS && coveredBy(cell, hidden);
    }

    private IntStream cells() {
        return IntStream.range(0, table.cells.size());
    }

    private Set<String> ids(BitSet which) {
        return which.stream()
                .mapToObj(cell -> table.cells.get(cell).id())
                .collect(Collectors.toCollection(HashSet::new));
    }
}

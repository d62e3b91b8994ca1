package az.dost.vahid.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cells and their sums by number. A <em>move</em> is a number for each cell by which it would be another one; it is
 * possible when all sums hold again and each count may be hidden with its other number: then nobody who does not know
 * the moved cells can tell this table from the moved one.
 */
final class CellTable {
    final List<CountCell> cells;
    /** For each sum its cells; the first one is the total. */
    final List<int[]> sums = new ArrayList<>();
    /** For each cell the numbers of the sums that it is in. */
    final List<List<Integer>> sumsOf = new ArrayList<>();

    /**
     * @throws IllegalArgumentException for two cells of one id, a sum of cells that are not there, or one that is none
     */
    CellTable(List<CountCell> cells, List<Sum> given) {
        this.cells = List.copyOf(cells);
        Map<String, Integer> at = new HashMap<>();
        for (CountCell cell : cells) {
            if (at.put(cell.id(), at.size()) != null) {
                throw new IllegalArgumentException("Two cells are " + cell.id());
            }
            sumsOf.add(new ArrayList<>());
        }
        Set<Sum> known = new HashSet<>();
        given.stream().filter(known::add).forEach(sum -> add(sum, at));
    }

    private void add(Sum sum, Map<String, Integer> at) {
        int[] members = new int[sum.parts().size() + 1];
        long left = 0;
        for (int i = 0; i < members.length; i++) {
            String id = i == 0 ? sum.total() : sum.parts().get(i - 1);
            Integer cell = at.get(id);
            if (cell == null || sumsOf.get(cell).contains(sums.size())) {
                throw new IllegalArgumentException("A sum wants each cell once, and not so " + id);
            }
            members[i] = cell;
            sumsOf.get(cell).add(sums.size());
            left += i == 0 ? cells.get(cell).value() : -cells.get(cell).value();
        }
        if (left != 0 || members.length == 1) {
            throw new IllegalArgumentException("The parts are not " + sum.total());
        }
        sums.add(members);
    }

    /** With what a cell counts in a sum. */
    static int sign(int place) {
        return place == 0 ? -1 : 1;
    }

    /** How far a cell can go down: everybody knows that a count is not negative, and that one of 0 is shown. */
    long room(int cell) {
        return Math.max(0, cells.get(cell).value() - 1);
    }

    boolean possible(long[] move) {
        for (int cell = 0; cell < move.length; cell++) {
            if (room(cell) + move[cell] < 0) {
                return false;
            }
        }
        return sums.stream().allMatch(sum -> {
            long left = 0;
            for (int place = 0; place < sum.length; place++) {
                left += sign(place) * move[sum[place]];
            }
            return left == 0;
        });
    }

    /** The cells that sums tie to a cell by way of the given ones, itself among them. */
    BitSet tied(int cell, BitSet by) {
        return tied(cell, by, Integer.MAX_VALUE);
    }

    /** Of those the ones that so many sums lead to. */
    BitSet tied(int cell, BitSet by, int most) {
        BitSet found = new BitSet();
        found.set(cell);
        BitSet last = (BitSet) found.clone();
        for (int i = 0; i < most && !last.isEmpty(); i++) {
            BitSet next = new BitSet();
            last.stream()
                    .forEach(at -> sumsOf.get(at).forEach(sum -> {
                        for (int other : sums.get(sum)) {
                            next.set(other, by.get(other) && !found.get(other) || next.get(other));
                        }
                    }));
            found.or(next);
            last = next;
        }
        return found;
    }
}

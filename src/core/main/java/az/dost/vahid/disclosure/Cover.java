package az.dost.vahid.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The possible moves that were found: each is the proof, for all cells that it moves, that they might be other counts.
 */
final class Cover {
    private final CellTable table;
    private final List<long[]> moves = new ArrayList<>();
    private final List<BitSet> moved = new ArrayList<>();

    Cover(CellTable table) {
        this.table = table;
    }

    void add(long[] move) {
        for (int times : new int[] {1, -1, 2, -2}) {
            long[] other = new long[move.length];
            BitSet cells = new BitSet();
            for (int cell = 0; cell < move.length; cell++) {
                other[cell] = times * move[cell];
                cells.set(cell, other[cell] != 0);
            }
            if (table.possible(other)) {
                moves.add(other);
                moved.add(cells);
            }
        }
    }

    /**
     * Whether one who does not know the hidden cells can say no more of one of them than an interval of its
     * {@code least}.
     */
    boolean covers(int cell, BitSet hidden) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < moves.size(); i++) {
            if (moves.get(i)[cell] != 0 && within(moved.get(i), hidden)) {
                low = Math.min(low, moves.get(i)[cell]);
                high = Math.max(high, moves.get(i)[cell]);
            }
        }
        return high - low >= table.cells.get(cell).least();
    }

    private static boolean within(BitSet cells, BitSet hidden) {
        BitSet outside = (BitSet) cells.clone();
        outside.andNot(hidden);
        return outside.isEmpty();
    }
}

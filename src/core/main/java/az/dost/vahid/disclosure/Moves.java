package az.dost.vahid.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/**
 * Finds possible moves by linear programming. A hidden cell is one unknown: by how much its other value is more than
 * the least that this can be. One that is not hidden yet is two, by how much it goes up and down, since it has a price.
 * What the library finds counts only when it is whole numbers that hold exactly, so no error of rounding hides too
 * little.
 */
final class Moves {
    private static final double NEXT_TO_NOTHING = 0.01;
    private static final int MOST_STEPS = 3000;
    /**
     * Steps of the library times the size of its tableau; some seconds. Then nothing is found any more, and so all is
     * hidden.
     */
    private static final long MOST_WORK = 10_000_000_000L;

    private final CellTable table;
    private long work;

    Moves(CellTable table) {
        this.table = table;
    }

    /**
     * How far a cell can be moved, at most by {@code cap}; in whole steps that may be more than any whole move
     * can. @param way 1 for up, -1 for down
     */
    long farthest(int cell, int way, long cap, BitSet among, Cover cover) {
        int[] cells = table.tied(cell, among).stream().toArray();
        List<LinearConstraint> known = sums(cells, cells.length);
        double[] goal = new double[cells.length];
        goal[place(cells, cell)] = -way;
        known.add(new LinearConstraint(goal, Relationship.GEQ, -way * (table.room(cell) + way * cap)));
        Optional<double[]> best = solve(goal, known);
        best.flatMap(values -> whole(cells, cells.length, values)).ifPresent(cover::add);
        return best.map(values ->
                        Math.max(0, (long) Math.floor(way * (values[place(cells, cell)] - table.room(cell)) + 1e-6)))
                .orElse(0L);
    }

    /**
     * The move that costs least.
     *
     * @param by how far exactly the cell moves
     * @param hidden the cells that cost nothing, or next to nothing where the move shall be a near one; a near one is
     *     more often of whole numbers
     * @param others that may move too
     */
    Optional<long[]> cheapest(int cell, long by, BitSet hidden, BitSet others, boolean near) {
        BitSet among = (BitSet) hidden.clone();
        among.or(others);
        BitSet tied = table.tied(cell, among);
        BitSet free = new BitSet();
        if (!near) {
            free.or(tied);
            free.and(hidden);
        }
        free.set(cell);
        tied.andNot(free);
        int[] cells = IntStream.concat(free.stream(), tied.stream()).toArray();
        int unpriced = free.cardinality();
        List<LinearConstraint> known = sums(cells, unpriced);
        double[] prices = new double[2 * cells.length - unpriced];
        double[] exactly = new double[prices.length];
        exactly[place(cells, cell)] = 1;
        known.add(new LinearConstraint(exactly, Relationship.EQ, table.room(cell) + by));
        for (int i = unpriced; i < cells.length; i++) {
            long value = table.cells.get(cells[i]).value();
            int down = i + cells.length - unpriced;
            prices[i] = hidden.get(cells[i]) ? NEXT_TO_NOTHING : 1 + Math.log1p((double) value);
            prices[down] = prices[i];
            if (value < 3 * Math.abs(by)) {
                double[] row = new double[prices.length];
                row[down] = 1;
                known.add(new LinearConstraint(row, Relationship.LEQ, table.room(cells[i])));
            }
        }
        return solve(prices, known).flatMap(values -> whole(cells, unpriced, values));
    }

    /**
     * @param cells those before {@code unpriced} are one unknown each, the others are two: up, and so many places later
     *     down
     */
    private List<LinearConstraint> sums(int[] cells, int unpriced) {
        int[] places = new int[table.cells.size()];
        TreeSet<Integer> sums = new TreeSet<>();
        for (int i = 0; i < cells.length; i++) {
            places[cells[i]] = i + 1;
            sums.addAll(table.sumsOf.get(cells[i]));
        }
        List<LinearConstraint> known = new ArrayList<>();
        for (int sum : sums) {
            double[] row = new double[2 * cells.length - unpriced];
            double right = 0;
            int[] members = table.sums.get(sum);
            for (int i = 0; i < members.length; i++) {
                int at = places[members[i]] - 1;
                if (at >= 0) {
                    row[at] = CellTable.sign(i);
                    if (at < unpriced) {
                        right += CellTable.sign(i) * table.room(members[i]);
                    } else {
                        row[at + cells.length - unpriced] = -CellTable.sign(i);
                    }
                }
            }
            known.add(new LinearConstraint(row, Relationship.EQ, right));
        }
        return known;
    }

    private static int place(int[] cells, int cell) {
        int at = 0;
        while (cells[at] != cell) {
            at++;
        }
        return at;
    }

    private Optional<double[]> solve(double[] prices, List<LinearConstraint> known) {
        if (work > MOST_WORK) {
            return Optional.empty();
        }
        SimplexSolver solver = new SimplexSolver();
        try {
            return Optional.of(solver.optimize(
                            new MaxIter(MOST_STEPS),
                            new LinearObjectiveFunction(prices, 0),
                            new LinearConstraintSet(known),
                            GoalType.MINIMIZE,
                            new NonNegativeConstraint(true))
                    .getPoint());
        } catch (MathIllegalStateException none) {
            return Optional.empty();
        } finally {
            work += (long) solver.getIterations() * known.size() * (prices.length + known.size());
        }
    }

    private Optional<long[]> whole(int[] cells, int unpriced, double[] values) {
        long[] move = new long[table.cells.size()];
        for (int i = 0; i < cells.length; i++) {
            move[cells[i]] = Math.round(
                    i < unpriced ? values[i] - table.room(cells[i]) : values[i] - values[i + cells.length - unpriced]);
        }
        return table.possible(move) ? Optional.of(move) : Optional.empty();
    }
}

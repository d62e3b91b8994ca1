package az.dost.vahid.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one can say of a number in a system of equations over numbers of at least 0: its smallest and its largest value.
 * A simplex of whole numbers (Edmonds' pivots, Bland's rule): nothing is rounded, and what does not fit a long is an
 * error.
 */
public final class ExactRanges {
    /** Instead of a largest value, where there is none. */
    static final double NO_END = Double.POSITIVE_INFINITY;

    private final int columns;
    private final List<long[]> rows = new ArrayList<>();
    private final List<Integer> basis = new ArrayList<>();
    private long divisor = 1;

    /** @param equations of each the factors, and last the right side; they must have a solution */
    public ExactRanges(int columns, List<long[]> equations) {
        this.columns = columns;
        for (long[] equation : equations) {
            long[] row = equation.clone();
            if (row[columns] < 0) {
                negate(row);
            }
            rows.add(row);
            basis.add(-1);
        }
        begin();
    }

    private static void negate(long[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = -row[i];
        }
    }

    private void begin() {
        while (true) {
            int column = 0;
            while (column < columns && gain(column) <= 0) {
                column++;
            }
            if (column == columns) {
                break;
            }
            pivot(leaving(column), column);
        }
        for (int row = rows.size() - 1; row >= 0; row--) {
            if (basis.get(row) < 0) {
                if (rows.get(row)[columns] != 0) {
                    throw new IllegalStateException("No table is as the published one");
                }
                long[] left = rows.get(row);
                int column = 0;
                while (column < columns && left[column] == 0) {
                    column++;
                }
                if (column == columns) {
                    rows.remove(row);
                    basis.remove(row);
                } else {
                    if (left[column] < 0) {
                        negate(left);
                    }
                    pivot(row, column);
                }
            }
        }
    }

    /** By how much the equations that do not hold yet would come nearer. */
    private long gain(int column) {
        long gain = 0;
        for (int row = 0; row < rows.size(); row++) {
            gain += basis.get(row) < 0 ? rows.get(row)[column] : 0;
        }
        return gain;
    }

    private int leaving(int column) {
        int found = -1;
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row)[column] > 0) {
                if (found < 0) {
                    found = row;
                } else {
                    long here = Math.multiplyExact(rows.get(row)[columns], rows.get(found)[column]);
                    long there = Math.multiplyExact(rows.get(found)[columns], rows.get(row)[column]);
                    if (here < there || here == there && basis.get(row) < basis.get(found)) {
                        found = row;
                    }
                }
            }
        }
        return found;
    }

    private void pivot(int at, int column) {
        long[] by = rows.get(at);
        for (int row = 0; row < rows.size(); row++) {
            long[] other = rows.get(row);
            long factor = other[column];
            if (row != at && (factor != 0 || by[column] != divisor)) {
                for (int i = 0; i <= columns; i++) {
                    other[i] = Math.subtractExact(
                                    Math.multiplyExact(other[i], by[column]), Math.multiplyExact(factor, by[i]))
                            / divisor;
                }
            }
        }
        divisor = by[column];
        basis.set(at, column);
    }

    /** The smallest and the largest value of one number. */
    public double[] of(int number) {
        return new double[] {-largest(number, -1), largest(number, 1)};
    }

    private double largest(int number, long sign) {
        while (true) {
            int at = basis.indexOf(number);
            int entering = -1;
            for (int column = 0; column < columns && entering < 0; column++) {
                long reduced = (column == number ? sign * divisor : 0) - (at < 0 ? 0 : sign * rows.get(at)[column]);
                entering = reduced > 0 && !basis.contains(column) ? column : -1;
            }
            if (entering < 0) {
                return at < 0 ? 0 : sign * (double) rows.get(at)[columns] / divisor;
            }
            int leaving = leaving(entering);
            if (leaving < 0) {
                return NO_END;
            }
            pivot(leaving, entering);
        }
    }

    @Override
    public String toString() {
        return rows.size() + " equations, basis " + Arrays.toString(basis.toArray());
    }
}

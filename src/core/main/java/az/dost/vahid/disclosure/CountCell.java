package az.dost.vahid.disclosure;

import java.util.List;

/**
 * A count.
 *
 * @param id unique among all that are looked at together
 * @param value at least 0
 * @param least smaller counts than this are hidden, other than 0; also the width of what one may know at most of a
 *     hidden one
 * @param standing what was done with it before
 */
public record CountCell(String id, long value, int least, CellStanding standing) {

    /** @throws IllegalArgumentException for a negative value or a {@code least} below 1 */
    public CountCell {
        if (value < 0 || least < 1) {
            throw new IllegalArgumentException("A cell has a count of at least 0, and hides below at least 1");
        }
    }

    /** A cell of which nothing was published. */
    public CountCell(String id, long value, int least) {
        this(id, value, least, CellStanding.NEW);
    }

    /**
     * A cell of a new version of what was published. Somebody may guess that it has hardly changed; so what was hidden
     * stays hidden, what moved by less than {@code least} is guarded, and what has a value that was shown hides
     * nothing.
     *
     * @param id of the cell in the new version, other than those of the versions before
     * @param earlier of every version before
     */
    public static CountCell after(List<EarlierCell> earlier, String id, long value, int least) {
        boolean near = earlier.stream().anyMatch(one -> one.value() != value && Math.abs(value - one.value()) < least);
        boolean same = earlier.stream().anyMatch(one -> one.value() == value && one.hidden());
        if (near || same) {
            return new CountCell(id, value, least, CellStanding.SECRET);
        }
        if (earlier.stream().anyMatch(EarlierCell::hidden)) {
            return new CountCell(id, value, least, CellStanding.HIDDEN);
        }
        return new CountCell(
                id,
                value,
                least,
                earlier.stream().anyMatch(one -> one.value() == value) ? CellStanding.SHOWN : CellStanding.NEW);
    }

    /** Whether nobody may learn it. A small one that was shown once, when less was hidden, is beyond that. */
    boolean guarded() {
        return standing == CellStanding.SECRET || standing != CellStanding.SHOWN && value > 0 && value < least;
    }

    boolean hiddenFirst() {
        return guarded() || standing == CellStanding.HIDDEN;
    }
}

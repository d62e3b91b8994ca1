package az.dost.vahid.report.disclosure;

/**
 * A count.
 *
 * @param id       unique among all that are looked at together
 * @param value    at least 0
 * @param least    smaller counts than this are hidden, other than 0; also the width of what one may know at most of a hidden one
 * @param standing what was done with it before
 */
public record Cell(String id, long value, int least, Standing standing) {

    /** @throws IllegalArgumentException for a negative value or a {@code least} below 1 */
    public Cell {
        if (value < 0 || least < 1) {
            throw new IllegalArgumentException("A cell has a count of at least 0, and hides below at least 1");
        }
    }

    /** A cell of which nothing was published. */
    public Cell(String id, long value, int least) {
        this(id, value, least, Standing.NEW);
    }

    /**
     * A cell of a new version of what was published. Somebody may guess that it has hardly changed; so what was hidden stays hidden, is guarded unless it moved
     * by {@code least}, and what has the value that was shown before hides nothing.
     *
     * @param before the cell in the version before
     * @param hidden whether the version before hid it
     * @param id     of the cell in the new version, other than that of the version before
     */
    public static Cell after(Cell before, boolean hidden, String id, long value, int least) {
        long moved = Math.abs(value - before.value());
        if (hidden) {
            return new Cell(id, value, least, before.standing() == Standing.SECRET || moved < least ? Standing.SECRET : Standing.HIDDEN);
        }
        if (moved > 0 && (value > 0 && value < least || moved < least)) {
            return new Cell(id, value, least, Standing.SECRET);
        }
        return new Cell(id, value, least, moved == 0 ? Standing.SHOWN : Standing.NEW);
    }

    /** Whether nobody may learn it. A small one that was shown once, when less was hidden, is beyond that. */
    boolean guarded() {
        return standing == Standing.SECRET || standing != Standing.SHOWN && value > 0 && value < least;
    }

    boolean hiddenFirst() {
        return guarded() || standing == Standing.HIDDEN;
    }
}

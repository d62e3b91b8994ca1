package az.dost.vahid.disclosure;

/** What was done with a cell before. */
public enum CellStanding {
    /** It was not published; it may be shown or hidden. */
    NEW,
    /**
     * Everybody has its value, from this table's version before or from the tables of a shorter period. It cannot be
     * taken back, so it hides nothing.
     */
    SHOWN,
    /** It was published as hidden, and stays so. */
    HIDDEN,
    /** It is hidden and guarded although it is not small, as its difference to what was published before is. */
    SECRET
}

package az.dost.vahid.passport;

import java.util.Set;

/** Whether a citizen must still bring a paper. */
public enum DocumentVerdict {
    /** A register holds the evidence. */
    NOT_NEEDED,
    /** Every register that would hold it says that there is no such record. */
    NOT_APPLICABLE,
    /** No register holds it. */
    STILL_NEEDED,
    /** A source could not be reached: ask again, not the citizen. */
    UNKNOWN;

    /**
     * @param held   the facts that some connector is a source of
     * @param found  the facts that were found
     * @param silent the facts of which at least one source did not speak
     */
    public static DocumentVerdict of(Passport.PaperDocument document, Set<String> held, Set<String> found,
            Set<String> silent) {
        if (document.fact() == null || !held.contains(document.fact())) {
            return STILL_NEEDED;
        }
        if (found.contains(document.fact())) {
            return NOT_NEEDED;
        }
        return silent.contains(document.fact()) ? UNKNOWN : NOT_APPLICABLE;
    }
}

package az.dost.vahid.journeys.quality;

/**
 * How far a ticket is.
 *
 * @param sinceMs since when it is in its state, milliseconds since 1970, UTC
 * @param seenMs when it was seen, for the first time or again after it was said to be mended
 * @param toldMs when the register that has it was last told of it; 0 before
 * @param told how often it was, since it has it
 * @param turned whether the first register stands by what it says, so that the other one has it now
 */
record Progress(State state, long sinceMs, long seenMs, long toldMs, int told, int reopened, boolean turned) {
    enum State {
        /** Its register was not told yet. */
        OPEN,
        /** With its register. */
        SENT,
        /** The register says that it corrected it; nobody has seen that yet. */
        CORRECTED,
        /** Both registers stand by what they say, or the only one does. */
        CORRECT_AS_IS,
        /** The register cannot correct it. */
        CANNOT,
        /** A later lookup has seen the registers agree. */
        CLOSED
    }

    static Progress begun(long atMs) {
        return new Progress(State.OPEN, atMs, atMs, 0, 0, 0, false);
    }

    /** Whether its register is to answer. */
    boolean waits() {
        return state == State.OPEN || state == State.SENT;
    }

    /** Whether it is said to be done; seen once more after that, it is not. */
    boolean claimed() {
        return state == State.CORRECTED || state == State.CLOSED;
    }

    Progress as(State next, long atMs) {
        return new Progress(next, atMs, seenMs, toldMs, told, reopened, turned);
    }

    /** Once more. */
    Progress toldAt(long atMs) {
        return new Progress(State.SENT, state == State.SENT ? sinceMs : atMs, seenMs, atMs, told + 1, reopened, turned);
    }

    Progress reopenedAt(long atMs) {
        return new Progress(State.OPEN, atMs, atMs, 0, 0, reopened + 1, turned);
    }

    /** To the other register. */
    Progress turnedAt(long atMs) {
        return new Progress(State.OPEN, atMs, seenMs, 0, 0, reopened, true);
    }
}

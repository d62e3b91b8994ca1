package az.dost.vahid.answer;

/** What became of one source in one lookup. */
public enum Verdict {
    ANSWERED,
    NO_RECORD,
    NOT_AUTHORISED,
    TIMED_OUT,
    UNAVAILABLE,
    /** The answer failed a check; nothing of it is used. */
    REJECTED,
    /** An older, still permitted answer was used. */
    STALE;

    /** Whether the register has spoken, so that a missing fact means that there is none. */
    public boolean spoke() {
        return this == ANSWERED || this == NO_RECORD || this == STALE;
    }
}

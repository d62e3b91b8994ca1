package az.dost.vahid.journeys.event;

/** A delivery that must not be tried again; the message holds no value of the event. */
final class LaidAsideException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Reason reason;

    /** As in the table dead_letter. */
    enum Reason {
        EXPIRED,
        POISON,
        EXHAUSTED
    }

    LaidAsideException(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}

package az.dost.vahid.sources.agency.call;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.Verdict;

/** An agency could not be asked, or answered with an error of its own. */
public final class AgencyException extends RuntimeException {
    private final Verdict verdict;
    private final Reason reason;
    private final String fault;

    public AgencyException(Verdict verdict, Reason reason) {
        this(verdict, reason, null);
    }

    /** @param fault see {@link az.dost.vahid.answer.SourceAnswer#fault} */
    public AgencyException(Verdict verdict, Reason reason, String fault) {
        super(reason.name(), null, false, false);
        this.verdict = verdict;
        this.reason = reason;
        this.fault = fault;
    }

    Verdict verdict() {
        return verdict;
    }

    public Reason reason() {
        return reason;
    }

    String fault() {
        return fault;
    }
}

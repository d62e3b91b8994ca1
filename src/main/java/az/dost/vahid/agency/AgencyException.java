package az.dost.vahid.agency;

import az.dost.vahid.problem.Reason;

/** An agency could not be asked, or answered with an error of its own. */
final class AgencyException extends RuntimeException {
    private final Verdict verdict;
    private final Reason reason;

    AgencyException(Verdict verdict, Reason reason) {
        super(reason.name(), null, false, false);
        this.verdict = verdict;
        this.reason = reason;
    }

    Verdict verdict() {
        return verdict;
    }

    Reason reason() {
        return reason;
    }
}

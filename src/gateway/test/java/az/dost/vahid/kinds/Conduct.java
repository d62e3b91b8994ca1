package az.dost.vahid.kinds;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.Verdict;
import java.util.Arrays;
import java.util.List;

/** What an agency may do, whatever protocol it speaks, and what its row of a lookup then says. */
enum Conduct {
    ANSWERS(Verdict.ANSWERED),
    KNOWS_NOBODY(Verdict.NO_RECORD),
    SLEEPS(Verdict.TIMED_OUT, Reason.NO_ANSWER_IN_TIME),
    IS_AWAY(Verdict.UNAVAILABLE, Reason.CONNECTION_FAILED),
    /** Says that it has an error of its own. */
    FAILS(Verdict.UNAVAILABLE, Reason.AGENCY_ERROR),
    /** Does not know the gateway's credentials. */
    REFUSES(Verdict.NOT_AUTHORISED, Reason.CREDENTIALS_REFUSED),
    MEANS_ANOTHER_CITIZEN(Verdict.REJECTED, Reason.OTHER_CITIZEN),
    MUMBLES(Verdict.REJECTED, Reason.MALFORMED, Reason.UNMAPPABLE),
    TALKS_WITHOUT_END(Verdict.REJECTED, Reason.TOO_LONG),
    /** Is somebody else with the right manners. */
    IS_A_STRANGER(Verdict.REJECTED, Reason.SIGNER_UNKNOWN, Reason.SIGNATURE_INVALID);

    final Verdict verdict;
    /** One of these; none where there is nothing to explain. */
    final List<Reason> reasons;

    Conduct(Verdict verdict, Reason... reasons) {
        this.verdict = verdict;
        this.reasons = reasons.length == 0 ? Arrays.asList((Reason) null) : List.of(reasons);
    }
}

package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.passport.Passport.Obtained;
import az.dost.vahid.passport.Passport.PaperDocument;

/** Whether a register does for a paper; words stand in {@code contracts/words/values.yaml}. */
enum PaperReplacement {
    /** A register has what the paper says. */
    REPLACED,
    /** An authority issues the paper, and no connector asks it. */
    POSSIBLE,
    /** Neither is known. */
    NONE_KNOWN;

    static PaperReplacement of(PaperDocument paper) {
        return paper.fact() != null ? REPLACED : paper.obtained() == Obtained.COLLECTED ? POSSIBLE : NONE_KNOWN;
    }
}

package az.dost.vahid.sources.verdict;

/** Why a paper has its verdict: stable codes, documented in {@code contracts/problems.md}. */
public enum DocumentReason {
    REGISTER_HOLDS(DocumentVerdict.NOT_NEEDED),
    /** The same, by data that are late and still permitted. */
    REGISTER_HELD(DocumentVerdict.NOT_NEEDED),
    NO_SUCH_RECORD(DocumentVerdict.NOT_APPLICABLE),
    /** The record itself says that there is no such paper. */
    OTHER_STATE(DocumentVerdict.NOT_APPLICABLE),
    SUBJECT_DECEASED(DocumentVerdict.NOT_APPLICABLE),
    SUBJECT_NOT_DECEASED(DocumentVerdict.NOT_APPLICABLE),
    NO_REGISTER(DocumentVerdict.STILL_NEEDED),
    /** It is being brought in, and is not used for this person yet. */
    REGISTER_NOT_ASKED(DocumentVerdict.STILL_NEEDED),
    /** The same of the register that would know of a death: nobody who may live brings the paper. */
    DEATH_NOT_ASKED(DocumentVerdict.UNKNOWN),
    EXPIRED(DocumentVerdict.STILL_NEEDED),
    NOT_BEGUN(DocumentVerdict.STILL_NEEDED),
    FIELD_MISSING(DocumentVerdict.STILL_NEEDED),
    /** The register has no record, and that means nothing. */
    ABSENCE_INCONCLUSIVE(DocumentVerdict.STILL_NEEDED),
    /** It gave no answer, or had none to give. */
    REGISTER_SILENT(DocumentVerdict.UNKNOWN),
    /** It answered, and its answer failed a check. */
    REGISTER_REJECTED(DocumentVerdict.UNKNOWN),
    /** It refused the gateway's credentials. */
    REGISTER_REFUSED(DocumentVerdict.UNKNOWN),
    /** The operators have switched it off, so that it was not asked. */
    REGISTER_SWITCHED_OFF(DocumentVerdict.UNKNOWN),
    OTHER_SOURCE_ONLY(DocumentVerdict.UNKNOWN),
    /** No record in data that are late: there may be one by now. */
    STALE_ABSENCE(DocumentVerdict.UNKNOWN),
    UNMAPPABLE(DocumentVerdict.UNKNOWN),
    CITIZENSHIP_UNKNOWN(DocumentVerdict.UNKNOWN);

    private final DocumentVerdict verdict;

    DocumentReason(DocumentVerdict verdict) {
        this.verdict = verdict;
    }

    public DocumentVerdict verdict() {
        return verdict;
    }
}

package az.dost.vahid.sources.verdict;

/** Whether a citizen must still bring a paper. */
public enum DocumentVerdict {
    /** The issuing register's record has all that the paper certifies, and it is valid today. */
    NOT_NEEDED,
    /** There is no such paper. */
    NOT_APPLICABLE,
    /** The citizen must bring it. */
    STILL_NEEDED,
    /** The issuing register gave no usable word: ask again, not the citizen. */
    UNKNOWN
}

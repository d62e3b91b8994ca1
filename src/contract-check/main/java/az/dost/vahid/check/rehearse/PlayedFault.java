package az.dost.vahid.check.rehearse;

/** What a played agency can do wrong. */
public enum PlayedFault {
    /** Answers only after the connector's time-out. */
    SLOW,
    /** HTTP 500. */
    ERROR,
    /** HTTP 401. */
    REFUSE,
    /** Closes the connection in the middle of the answer. */
    TRUNCATE,
    /** Bytes that are no document. */
    GARBAGE,
    /** A proven answer about somebody else. */
    OTHER_CITIZEN,
    /** A proven answer to another request. */
    OTHER_REQUEST,
    /** A proven answer of an hour ago. */
    OLD,
    /** A proven answer of an hour from now. */
    AHEAD,
    /** An answer without its proof. */
    UNSIGNED,
    /** An answer that was changed after it was signed. */
    TAMPERED,
    /** An answer that another key has signed. */
    WRONG_SIGNER,
    /** An answer that refers to a part which did not come with it. */
    PART_GONE,
    /** An answer longer than the connector allows. */
    TOO_LONG,
    /** A document that grows or nests without end when it is read. */
    HOSTILE,
    /** What is asked is no longer there: HTTP 404, a view that was taken away. */
    GONE,
    /** A view lacks a column that it had. */
    COLUMN_GONE
}

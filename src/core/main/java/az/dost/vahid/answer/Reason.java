package az.dost.vahid.answer;

/** Why a source's row is not {@code ANSWERED}: stable codes, documented in {@code contracts/problems.md}. */
public enum Reason {
    /** The answer carries no signature, or not where the connector says. */
    SIGNATURE_MISSING,
    /** The signature does not hold over the bytes received. */
    SIGNATURE_INVALID,
    /** Signature algorithm, transform or form that is not allowed. */
    SIGNATURE_NOT_ALLOWED,
    /** The signature leaves out a part that it must cover. */
    SIGNATURE_INCOMPLETE,
    /** The signer's certificate, or the connection's, is not the agency's own. */
    SIGNER_UNKNOWN,
    CERTIFICATE_EXPIRED,
    /** The answer is about another citizen than the one asked for. */
    OTHER_CITIZEN,
    /** The answer belongs to another request. */
    OTHER_REQUEST,
    TOO_OLD,
    /** The answer is of a time that lies ahead: a clock is wrong, the agency's or the gateway's. */
    DATED_AHEAD,
    /** The reply is not in the agency's format, or carries a document type declaration. */
    MALFORMED,
    TOO_LONG,
    /** A value of the reply does not fit the connector's mapping. */
    UNMAPPABLE,
    /** The connector's mapping takes too long over the reply, or makes too much of it. */
    TOO_COSTLY,
    /** No answer in the agency's own time, or in the lookup's. */
    NO_ANSWER_IN_TIME,
    /** The connection was refused, reset or ended early. */
    CONNECTION_FAILED,
    /** The agency answered with an error of its own. */
    AGENCY_ERROR,
    /** The agency refused the gateway's credentials. */
    CREDENTIALS_REFUSED,
    /** The circuit breaker is open: the agency failed too often a moment ago. */
    CIRCUIT_OPEN,
    /** Too many calls to this agency are in flight. */
    BULKHEAD_FULL,
    /** The operators have switched the connector off. */
    SWITCHED_OFF,
    /** The operators have slowed the agency down, and its next turn comes after the deadline. */
    SLOWED_DOWN,
    /** A file drop has never been loaded, or is older than it may be kept. */
    NO_SNAPSHOT,
    /** The newest file is older than it should be; its rows are still permitted. */
    SNAPSHOT_OLD,
    /** What is kept of the agency's file is not what was loaded: somebody changed the database. */
    ROW_CHANGED,
    /** A fault inside Vahid; the operators' log has it. */
    INTERNAL
}

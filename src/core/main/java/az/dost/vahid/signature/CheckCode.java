package az.dost.vahid.signature;

/**
 * What a check of something signed came to; stable codes of {@code contracts/audit.openapi.yaml}, in words in
 * {@code contracts/words/checks.yaml}.
 */
public enum CheckCode {
    /** Over every part of the container. */
    CONTAINER_SIGNED,
    /** The dossier in a container, by its own JWS. */
    DOSSIER_SIGNED,
    /** Of a JWS. */
    CONTENT_SIGNED,
    /** Of an XML document. */
    DOCUMENT_SIGNED,
    /** By a signature beside it. */
    FILE_SIGNED,
    SIGNER_KNOWN,
    AGENCY_SIGNED_ANSWER,
    AGENCY_SIGNED_FILE,
    AGENCY_SIGNED_ROWS,
    FILE_NOT_CHECKED,
    FILE_WITHOUT_ROW,
    ROW_WITHOUT_PATH,
    CONNECTION_ONLY,
    EVIDENCE_GONE,
    IN_THE_CHAIN,
    ENTRY_ABOUT,
    TIME_STAMPED,
    /** Over a signature with all that was added to it. */
    ARCHIVE_STAMPED,
    /** By a later stamp over it. */
    STAMP_RENEWED,
    NOT_REVOKED,
    CALL_DESCRIBED,
    BODY_PASSED,
    BODY_AWAY,
    REQUEST_HASHED,
    /** Of a credential, by its issuer. */
    CREDENTIAL_SIGNED,
    CLAIMS_SHOWN,
    /** Of a credential that is shown, by whoever carries it. */
    HOLDER_SIGNED,
    CREDENTIAL_STANDS,

    CONTENT_CHANGED,
    SIGNER_UNKNOWN,
    CONTAINER_DAMAGED,
    PART_CHANGED,
    PART_MISSING,
    PART_NOT_SIGNED,
    RECEIPT_CHANGED,
    TIME_STAMP_CHANGED,
    CERTIFICATE_REVOKED,
    CONTENT_NOT_GIVEN,
    CREDENTIAL_MALFORMED,
    /** By its type, its algorithm or an extension. */
    CREDENTIAL_NOT_ALLOWED,
    CREDENTIAL_OTHER,
    CREDENTIAL_AHEAD,
    CREDENTIAL_ENDED,
    CREDENTIAL_REVOKED,
    DISCLOSURE_FOREIGN,
    HOLDER_UNPROVEN,
    OTHER_VERIFIER,
    OTHER_QUESTION,
    SHOWN_AT_OTHER_TIME,
    /** Of those that were asked for. */
    CLAIMS_MISSING,
    STATUS_LIST_UNFIT,
    STATUS_LIST_ENDED,

    PACKED_AGAIN,
    ADDED_LATER,
    NOT_STAMPED,
    STAMP_NOT_CHECKED,
    /** Nothing shows that a stamp was there before its certificate ended. */
    STAMP_OUTLIVED,
    REVOCATION_NOT_CHECKED,
    /** Certificates of authorities that a signature carries and does not cover. */
    AUTHORITIES_NOT_COVERED,
    NO_RECEIPT,
    ANSWERS_REFUSED,
    REFUSED_ANSWERS_INSIDE,
    SIGNING_TIME_MISSING,
    SIGNED_OUTSIDE_VALIDITY,
    SEVERAL_SIGNERS,
    HOLDER_NOT_CHECKED,
    STATUS_NOT_CHECKED
}

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
    SEVERAL_SIGNERS
}

package az.dost.vahid.journeys.transfer;

/** Why a file is not passed on; stable codes, documented in {@code contracts/file-receipt.schema.json}. */
enum Refusal {
    /** The name is not plain: it could lead out of the folder, or name a hidden or unfinished file. */
    NAME_REFUSED,
    /** The sender has sent another file of this type under this name. */
    NAME_USED,
    TOO_LONG,
    /** The signature beside the file is none, is not the sender's, or does not hold over the file. */
    SIGNATURE_REFUSED,
    /** The virus scan found something. */
    INFECTED,
    /** Nobody takes files of this type from this sender. */
    UNROUTABLE
}

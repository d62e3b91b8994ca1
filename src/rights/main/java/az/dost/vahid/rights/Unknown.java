package az.dost.vahid.rights;

/** Why a fact is not known. None of them is a no. */
enum Unknown {
    /** The lookup did not ask for it. */
    NOT_ASKED,
    /** Its register gave no answer that counts. */
    SILENT,
    /** The answer is older than it should be. */
    STALE,
    /** What the register said could not be believed. */
    UNMAPPABLE,
    /** Registers disagree. */
    CONFLICT,
    /** The register has a record without it, or its having none says nothing. */
    NOT_SAID,
    /** No register of the agencies has it. */
    NO_REGISTER
}

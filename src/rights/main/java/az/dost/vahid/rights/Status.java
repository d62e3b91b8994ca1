package az.dost.vahid.rights;

/** How far a condition has been checked. */
enum Status {
    /** The text of the law was read. */
    VERIFIED,
    /** A public page says so; the text of the law was not read. */
    NAMED,
    /** Ours, such as how a code of a register is understood. */
    ILLUSTRATIVE
}

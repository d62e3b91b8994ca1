package az.dost.vahid.proof.protection;

/** How a lookup stands to the list of protected persons. */
public enum Protection {
    /** The citizen is not on it. */
    NONE,
    /** The citizen is, and this lookup has an approval. */
    APPROVED,
    /** The citizen is, and it has none. */
    UNAPPROVED
}

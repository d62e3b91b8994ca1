package az.dost.vahid.edge.access;

/** How much of what was found a lookup gives out. */
public enum View {
    /** A dossier. */
    FULL,
    /**
     * Whether each paper is still needed, and nothing that a register said ({@code contracts/verdicts.schema.json}).
     */
    VERDICTS
}

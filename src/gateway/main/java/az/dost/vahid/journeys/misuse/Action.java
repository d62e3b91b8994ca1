package az.dost.vahid.journeys.misuse;

/** What a rule does about a lookup, from the mildest to the severest. */
enum Action {
    /** It is told to the auditors. */
    FLAG,
    /** It is told, and the lookup waits. */
    SLOW,
    /** It is told, and the lookup is refused. */
    BLOCK
}

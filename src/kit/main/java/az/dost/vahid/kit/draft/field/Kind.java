package az.dost.vahid.kit.draft.field;

/** What a field of an agency's document holds. */
public enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    DAY,
    TIME,
    GROUP
}

package az.dost.vahid.kit.draft;

/** What a field of an agency's document holds. */
enum Kind {
    TEXT, NUMBER, BOOLEAN, DAY, TIME, GROUP
}

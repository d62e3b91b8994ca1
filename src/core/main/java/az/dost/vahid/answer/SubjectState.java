package az.dost.vahid.answer;

/** Whether the person whom a lookup is about lives, as far as registers say. */
public enum SubjectState {
    /** A register that answered has a record of the person. */
    KNOWN,
    /** A register says that the person is dead. */
    DECEASED,
    /** No register that answered has a record. */
    UNKNOWN
}

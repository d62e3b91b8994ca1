package az.dost.vahid.check.rehearse;

/** What can be wrong with a file that a played agency leaves. */
public enum DropFault {
    /** No signature in the file, or an empty one beside it. */
    UNSIGNED,
    /** Changed after it was signed. */
    TAMPERED,
    /** Signed with another key. */
    WRONG_SIGNER,
    /** Only its first half. */
    TRUNCATED,
    /** Signed bytes that are no document. */
    GARBAGE,
    /** A signed document that grows or nests without end when it is read, or a line that does not end. */
    HOSTILE,
    /** A small archive of a document that is very long. */
    ARCHIVE_BOMB,
    /** An archive whose entry is named as a path out of the folder. */
    ENTRY_PATH,
    /** A file that is itself named as a path out of the folder. */
    NAME_PATH,
    /** Longer than the connector allows. */
    TOO_LONG,
    /** More rows than the connector allows. */
    TOO_MANY_ROWS,
    /** A trailer that counts one row more than there are. */
    WRONG_COUNT,
    /** A citizen twice. */
    DUPLICATE,
    /** A row of the folder's samples that the mapping must refuse. */
    BAD_ROW,
    /** Not one row. */
    EMPTY,
    /** Dated two days from now. */
    AHEAD,
    /** Dated the day before yesterday, with other facts. */
    LATE,
    /** An earlier file under another name. */
    REPLAYED
}

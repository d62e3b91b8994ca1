package az.dost.vahid.journeys.bulk;

import java.util.Arrays;

/** Why nobody was asked about a row: stable codes, documented in {@code contracts/problems.md}. */
enum RowFault {
    /** It has not the form of a FIN. */
    FIN_INVALID,
    /** It is no row of the file's form. */
    ROW_MALFORMED,
    ROW_TOO_LONG,
    /** An earlier row has the same FIN. */
    DUPLICATE;

    /** Their names, for a query. */
    static String[] codes() {
        return Arrays.stream(values()).map(RowFault::name).toArray(String[]::new);
    }
}

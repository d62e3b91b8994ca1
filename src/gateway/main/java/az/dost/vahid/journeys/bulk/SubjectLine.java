package az.dost.vahid.journeys.bulk;

/**
 * One row of a file of subjects.
 *
 * @param line of the file, from 1
 * @param fin personal data; null when the row has a fault
 * @param fault null when it has none
 */
record SubjectLine(int line, String fin, RowFault fault) {
    @Override
    public String toString() {
        return "Line " + line;
    }
}

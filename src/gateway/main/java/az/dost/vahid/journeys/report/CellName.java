package az.dost.vahid.journeys.report;

/**
 * Which count of a report a number is.
 *
 * @param row its key
 */
record CellName(ReportTable table, String row, ReportFigure figure) implements Comparable<CellName> {
    private static final String BETWEEN = "|";

    /** As it is kept; no code and no key has a bar. */
    String id() {
        return table + BETWEEN + row + BETWEEN + figure;
    }

    static CellName of(String id) {
        int first = id.indexOf(BETWEEN);
        int last = id.lastIndexOf(BETWEEN);
        return new CellName(
                ReportTable.valueOf(id.substring(0, first)),
                id.substring(first + 1, last),
                ReportFigure.valueOf(id.substring(last + 1)));
    }

    CellName with(ReportFigure other) {
        return new CellName(table, row, other);
    }

    @Override
    public int compareTo(CellName other) {
        return id().compareTo(other.id());
    }
}

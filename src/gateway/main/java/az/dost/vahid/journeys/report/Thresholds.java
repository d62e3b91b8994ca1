package az.dost.vahid.journeys.report;

import az.dost.vahid.disclosure.OpenFigure;
import java.util.function.Predicate;

/** The least count that is shown. */
final class Thresholds {
    static final int CASES = 5;
    static final int SENSITIVE = 10;
    /** Of fewer, a median is one person's time. */
    static final int TIMES = 10;
    /** Of open data. */
    static final int OPEN = OpenFigure.LEAST;

    private final Predicate<String> specialPaper;
    private final Predicate<String> specialFact;

    /**
     * @param specialPaper whether a paper, by its id, tells of a special category
     * @param specialFact whether a fact is of one
     */
    Thresholds(Predicate<String> specialPaper, Predicate<String> specialFact) {
        this.specialPaper = specialPaper;
        this.specialFact = specialFact;
    }

    int of(CellName cell) {
        boolean total = cell.row().equals(ReportTable.ALL);
        return switch (cell.table()) {
            case BY_DOCUMENT -> !total && specialPaper.test(cell.row()) ? SENSITIVE : CASES;
            case BY_CONFLICT ->
                !total && specialFact.test(cell.row().substring(0, cell.row().indexOf('/'))) ? SENSITIVE : CASES;
            default -> cell.table().sensitive() ? SENSITIVE : CASES;
        };
    }

    int open(CellName cell) {
        return Math.max(OPEN, of(cell));
    }
}

package az.dost.vahid.journeys.report;

import java.util.List;

/** Counts that are what others leave. */
final class Derived {
    private static final String NOT_TOLD = "NOT_TOLD";

    static void in(Counts counts) {
        List.copyOf(counts.all().keySet()).stream()
                .filter(cell -> cell.figure() == ReportFigure.NOT_FREE)
                .forEach(cell -> counts.add(
                        cell.table(),
                        cell.row(),
                        ReportFigure.NOT_FREE,
                        Math.max(
                                0,
                                counts.of(cell.with(ReportFigure.CASES)) - counts.of(cell.with(ReportFigure.FREE)))));
        ReportTable.DISABILITY.stream()
                .filter(table -> !ReportTable.SEVERAL.contains(table))
                .forEach(table -> {
                    long rest = counts.of(table, ReportTable.ALL, ReportFigure.CASES)
                            - counts.rows(table).stream()
                                    .mapToLong(row -> counts.of(table, row, ReportFigure.CASES))
                                    .sum();
                    if (rest > 0) {
                        counts.add(table, NOT_TOLD, ReportFigure.CASES, rest);
                    }
                });
    }

    private Derived() {}
}

package az.dost.vahid.journeys.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The counts of a quarter: of every table that its months have they are the months' own counts added up, so that nobody
 * finds them to differ.
 */
final class QuarterCounts {
    private final Counts counts = new Counts();
    /** By cell, the cells of months that it is the sum of. */
    private final Map<CellName, List<Part>> parts = new LinkedHashMap<>();

    record Part(ReportPeriod month, CellName cell) {}

    /**
     * @param tallied the quarter's own tallies, for what months do not have
     * @param months in their order
     * @param own centres that have a row in the quarter
     */
    QuarterCounts(Counts tallied, Map<ReportPeriod, KeptCounts> months, CentreRows own) {
        months.forEach((month, kept) -> kept.counts().all().forEach((cell, n) -> {
            CellName in = cell.table() == ReportTable.BY_CENTRE
                    ? new CellName(cell.table(), row(cell.row(), own), cell.figure())
                    : cell;
            counts.add(in.table(), in.row(), in.figure(), n);
            parts.computeIfAbsent(in, key -> new ArrayList<>()).add(new Part(month, cell));
        }));
        tallied.all().forEach((cell, n) -> {
            if (!cell.table().in(PeriodKind.MONTH)) {
                counts.add(cell.table(), cell.row(), cell.figure(), n);
            }
        });
        counts.timesOf(tallied);
    }

    private static String row(String key, CentreRows own) {
        return key.equals(ReportTable.ALL) || key.equals(CentreRows.NONE) || key.equals(CentreRows.OTHER)
                ? key
                : own.row(key);
    }

    /** Those that may have a row of their own now, and had one in every month in which somebody asked for them. */
    static CentreRows centres(CentreRows now, Map<ReportPeriod, KeptCounts> months) {
        Set<String> own = new HashSet<>();
        Set<String> merged = new HashSet<>();
        months.values().forEach(kept -> {
            merged.addAll(kept.merged());
            kept.counts().rows(ReportTable.BY_CENTRE).stream().filter(now::has).forEach(own::add);
        });
        own.removeAll(merged);
        return new CentreRows(own, true);
    }

    Counts counts() {
        return counts;
    }

    Map<CellName, List<Part>> parts() {
        return parts;
    }
}

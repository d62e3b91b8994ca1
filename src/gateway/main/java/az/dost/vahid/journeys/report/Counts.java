package az.dost.vahid.journeys.report;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The true numbers of a report, before anything is hidden. A row that is there has all counts of its table. */
final class Counts {
    private final NavigableMap<CellName, Long> cells = new TreeMap<>();
    private final Map<Row, Durations> durations = new HashMap<>();

    /** @param of what took the time; null where a row has times of one thing only */
    private record Row(ReportTable table, String key, ReportFigure of) {}

    void add(ReportTable table, String row, ReportFigure figure, long n) {
        table.counts().forEach(one -> cells.putIfAbsent(new CellName(table, row, one), 0L));
        cells.merge(new CellName(table, row, figure), n, Long::sum);
    }

    void took(ReportTable table, String row, long duration, long often) {
        took(table, row, null, duration, often);
    }

    /** @param of the figure that is computed of it */
    void took(ReportTable table, String row, ReportFigure of, long duration, long often) {
        durations
                .computeIfAbsent(new Row(table, row, of), key -> new Durations())
                .add(duration, often);
    }

    void timesOf(Counts other) {
        durations.putAll(other.durations);
    }

    /** 0 for a row that there is not. */
    long of(CellName cell) {
        return cells.getOrDefault(cell, 0L);
    }

    long of(ReportTable table, String row, ReportFigure figure) {
        return of(new CellName(table, row, figure));
    }

    NavigableMap<CellName, Long> all() {
        return Collections.unmodifiableNavigableMap(cells);
    }

    Durations durations(ReportTable table, String row) {
        return durations(table, row, null);
    }

    Durations durations(ReportTable table, String row, ReportFigure of) {
        return durations.getOrDefault(new Row(table, row, of), new Durations());
    }

    /** Keys, but for the total's, in their order. */
    NavigableSet<String> rows(ReportTable table) {
        NavigableSet<String> keys = new TreeSet<>();
        cells.keySet().stream()
                .filter(cell -> cell.table() == table && !cell.row().equals(ReportTable.ALL))
                .forEach(cell -> keys.add(cell.row()));
        return keys;
    }
}

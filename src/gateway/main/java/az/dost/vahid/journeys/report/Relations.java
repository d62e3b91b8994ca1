package az.dost.vahid.journeys.report;

import az.dost.vahid.disclosure.CountCell;
import az.dost.vahid.disclosure.Sum;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * The counts of a report as one linear system: which are the sum of which. Two that are one and the same number, as the
 * total of two tables, are one cell. What a reader gets by taking one shown count from another is a cell too, which is
 * never shown.
 */
final class Relations {
    /** Ends the id of a cell that no table shows. */
    static final String REST = "~";

    private static final List<ReportFigure> VERDICTS = List.of(
            ReportFigure.ANSWERED,
            ReportFigure.NO_RECORD,
            ReportFigure.STALE,
            ReportFigure.NOT_AUTHORISED,
            ReportFigure.TIMED_OUT,
            ReportFigure.UNAVAILABLE,
            ReportFigure.REJECTED,
            ReportFigure.OTHER_VERDICT);
    private static final Set<ReportTable> PARTS_OF_RIGHTS =
            EnumSet.of(ReportTable.BY_RIGHT_REFUSAL, ReportTable.BY_RIGHT_UNDECIDED);
    private final Counts counts;
    private final String prefix;
    private final ToIntFunction<CellName> least;
    private final UnaryOperator<String> family;
    private final Predicate<ReportTable> included;
    private final Map<String, CountCell> cells = new LinkedHashMap<>();
    private final List<Sum> sums = new ArrayList<>();
    private final Set<String> unshown = new TreeSet<>();

    /**
     * @param prefix of the ids of its cells
     * @param least the least count of a cell that is shown
     * @param family of a service
     * @param included tables that anybody is given
     */
    Relations(
            Counts counts,
            String prefix,
            ToIntFunction<CellName> least,
            UnaryOperator<String> family,
            Predicate<ReportTable> included) {
        this.counts = counts;
        this.prefix = prefix;
        this.least = least;
        this.family = family;
        this.included = included;
        counts.all().keySet().stream()
                .filter(cell -> included.test(cell.table()))
                .forEach(this::id);
        List.copyOf(counts.all().keySet()).stream()
                .filter(cell -> included.test(cell.table()))
                .forEach(this::within);
        for (ReportTable table : ReportTable.values()) {
            if (included.test(table)) {
                rows(table);
            }
        }
        families();
        crossed();
    }

    Collection<CountCell> cells() {
        return cells.values();
    }

    List<Sum> sums() {
        return sums;
    }

    /** Ids of cells that no table shows. */
    Set<String> unshown() {
        return unshown;
    }

    boolean has(CellName cell) {
        return included.test(cell.table());
    }

    /** Of the cell, or of the one that it is the same number as. */
    String id(CellName name) {
        CellName cell = same(name);
        String id = prefix + cell.id();
        cells.computeIfAbsent(id, key -> new CountCell(key, counts.of(cell), least.applyAsInt(cell)));
        return id;
    }

    private CellName same(CellName cell) {
        CellName other = cell;
        if (cell.row().equals(ReportTable.ALL)) {
            other = ReportTable.DISABILITY.contains(cell.table())
                    ? new CellName(ReportTable.D_COMPARED, "DISABILITY", cell.figure())
                    : new CellName(
                            PARTS_OF_RIGHTS.contains(cell.table()) ? ReportTable.BY_RIGHT : ReportTable.TOTAL,
                            ReportTable.ALL,
                            cell.figure());
        } else if (cell.table() == ReportTable.BY_OUTCOME && cell.row().equals(ReportFigure.FREE.name())) {
            other = new CellName(ReportTable.TOTAL, ReportTable.ALL, ReportFigure.FREE);
        } else if (cell.table() == ReportTable.D_REGISTERS) {
            other = new CellName(ReportTable.BY_AGENCY, cell.row(), cell.figure());
        }
        return counts.all().containsKey(other) && counts.of(other) == counts.of(cell) ? other : cell;
    }

    /** What follows from one row. */
    private void within(CellName cell) {
        switch (cell.figure()) {
            case NOT_FREE -> sum(cell.with(ReportFigure.CASES), List.of(cell.with(ReportFigure.FREE), cell));
            case COLLECTED -> rest(cell.with(ReportFigure.NOT_ASKED), List.of(cell));
            case COMPLETED -> rest(cell.with(ReportFigure.IN_VAIN), List.of(cell));
            case OTHER_VERDICT ->
                sum(
                        cell.with(ReportFigure.ASKED),
                        VERDICTS.stream().map(cell::with).toList());
            default -> {}
        }
    }

    private void rows(ReportTable table) {
        Set<String> keys = counts.rows(table);
        for (ReportFigure figure : table.counts()) {
            CellName total = new CellName(table, ReportTable.ALL, figure);
            List<CellName> parts =
                    keys.stream().map(key -> new CellName(table, key, figure)).toList();
            if (ReportTable.SEVERAL.contains(table)) {
                parts.forEach(part -> rest(total, List.of(part)));
            } else if (!ReportTable.WITHOUT_TOTAL.contains(table)) {
                sum(total, parts);
            }
        }
    }

    private void families() {
        for (ReportFigure figure : ReportTable.BY_FAMILY.counts()) {
            grouped(
                    ReportTable.BY_SERVICE,
                    figure,
                    row -> new CellName(ReportTable.BY_FAMILY, family.apply(row), figure));
        }
    }

    private void crossed() {
        for (ReportFigure figure : ReportTable.BY_SEX.counts()) {
            grouped(
                    ReportTable.BY_SEX_AND_AGE,
                    figure,
                    row -> new CellName(ReportTable.BY_SEX, row.substring(0, row.indexOf('/')), figure));
            grouped(
                    ReportTable.BY_SEX_AND_AGE,
                    figure,
                    row -> new CellName(ReportTable.BY_AGE, row.substring(row.indexOf('/') + 1), figure));
        }
        grouped(
                ReportTable.BY_REJECTION,
                ReportFigure.REJECTED,
                row -> new CellName(ReportTable.BY_AGENCY, row.substring(0, row.indexOf('/')), ReportFigure.REJECTED));
        grouped(
                ReportTable.BY_RIGHT_REFUSAL,
                ReportFigure.REFUSED,
                row -> new CellName(ReportTable.BY_RIGHT, right(row), ReportFigure.REFUSED));
        counts.rows(ReportTable.BY_RIGHT_UNDECIDED).stream()
                .filter(row -> included.test(ReportTable.BY_RIGHT_UNDECIDED))
                .map(row -> new CellName(ReportTable.BY_RIGHT_UNDECIDED, row, ReportFigure.UNDECIDED))
                .forEach(part -> rest(
                        new CellName(ReportTable.BY_RIGHT, right(part.row()), ReportFigure.UNDECIDED), List.of(part)));
        Map.of(
                        ReportTable.D_CHANNEL,
                        ReportTable.BY_CHANNEL,
                        ReportTable.D_SEX,
                        ReportTable.BY_SEX,
                        ReportTable.D_AGE,
                        ReportTable.BY_AGE)
                .forEach((part, whole) -> counts.rows(part).stream()
                        .filter(row -> included.test(part))
                        .forEach(row -> rest(
                                new CellName(whole, row, ReportFigure.CASES),
                                List.of(new CellName(part, row, ReportFigure.CASES)))));
        refusals(ReportTable.ALL);
        counts.rows(ReportTable.D_REFUSALS).forEach(this::refusals);
        CellName complaints = new CellName(ReportTable.TRANSPARENCY, "COMPLAINT", ReportFigure.ENTRIES);
        if (counts.all().containsKey(complaints)) {
            rest(new CellName(ReportTable.TRANSPARENCY, "RATING", ReportFigure.ENTRIES), List.of(complaints));
        }
        counts.rows(ReportTable.TRANSPARENCY).stream()
                .filter(row -> row.indexOf('/') < 0)
                .forEach(row -> sum(
                        new CellName(ReportTable.TRANSPARENCY, row, ReportFigure.ENTRIES),
                        counts.rows(ReportTable.TRANSPARENCY).tailSet(row + "/").stream()
                                .filter(key -> key.startsWith(row + "/"))
                                .map(key -> new CellName(ReportTable.TRANSPARENCY, key, ReportFigure.ENTRIES))
                                .toList()));
    }

    private static String right(String row) {
        return row.substring(0, row.indexOf('/'));
    }

    /** Those of all other services are what nobody is shown. */
    private void refusals(String row) {
        CellName ofDisability = new CellName(ReportTable.D_REFUSALS, row, ReportFigure.REFUSALS);
        if (included.test(ReportTable.D_REFUSALS) && counts.all().containsKey(ofDisability)) {
            rest(new CellName(ReportTable.BY_REFUSAL, row, ReportFigure.REFUSALS), List.of(ofDisability));
        }
    }

    /** @param whole the cell that a row is a part of */
    private void grouped(ReportTable table, ReportFigure figure, Function<String, CellName> whole) {
        Map<CellName, List<CellName>> groups = new LinkedHashMap<>();
        counts.rows(table)
                .forEach(row -> groups.computeIfAbsent(whole.apply(row), key -> new ArrayList<>())
                        .add(new CellName(table, row, figure)));
        groups.forEach(this::sum);
    }

    /** Only what is true: where an older entry did not say what the parts are made of, nobody can add them up. */
    private void sum(CellName total, List<CellName> parts) {
        if (!parts.isEmpty()
                && counts.all().containsKey(total)
                && parts.stream().mapToLong(counts::of).sum() == counts.of(total)) {
            add(id(total), parts.stream().map(this::id).toList());
        }
    }

    private void rest(CellName total, List<CellName> parts) {
        long rest = counts.of(total) - parts.stream().mapToLong(counts::of).sum();
        if (rest >= 0 && counts.all().containsKey(total)) {
            List<String> ids = new ArrayList<>(parts.stream().map(this::id).toList());
            String id = ids.get(0) + REST + prefix + total.table();
            cells.put(id, new CountCell(id, rest, Math.max(least.applyAsInt(total), least.applyAsInt(parts.get(0)))));
            unshown.add(id);
            ids.add(id);
            add(id(total), ids);
        }
    }

    private void add(String total, List<String> parts) {
        if (!parts.contains(total)) {
            sums.add(new Sum(total, parts));
        }
    }
}

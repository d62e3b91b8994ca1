package az.dost.vahid.journeys.report;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What of the counts may be shown, and what is computed of those that are. */
final class ShownCells {
    private static final double MINUTES = 60;
    private static final double TENTHS = 10;
    private static final double DIGITS = 10_000;
    private static final int MEDIAN = 50;
    private static final int P95 = 95;
    private static final String[] AWAY = {"HOME", "MOBILE", "REMOTE"};
    private final Counts counts;
    private final Predicate<CellName> hidden;
    private final int minutes;

    /**
     * @param hidden whether a count is
     * @param minutes that a visit takes; 0 where it was not said
     */
    ShownCells(Counts counts, Predicate<CellName> hidden, int minutes) {
        this.counts = counts;
        this.hidden = hidden;
        this.minutes = minutes;
    }

    /** A number, or that it is hidden. */
    record Shown(Number number) {
        static final Shown HIDDEN = new Shown(null);

        boolean hidden() {
            return number == null;
        }
    }

    /** Empty where there is nothing to compute it of. */
    Optional<Shown> of(CellName cell) {
        return switch (cell.figure()) {
            case FREE_SHARE -> share(cell, ReportFigure.CASES, ReportFigure.NOT_FREE, ReportFigure.FREE);
            case ANSWERED_SHARE -> share(cell, ReportFigure.ASKED, null, ReportFigure.ANSWERED, ReportFigure.NO_RECORD);
            case AWAY_SHARE -> away(cell);
            case HOURS ->
                minutes == 0
                        ? Optional.empty()
                        : computed(
                                counts.of(cell.with(ReportFigure.VISITS)) * minutes / MINUTES,
                                TENTHS,
                                cell.with(ReportFigure.VISITS));
            case MEDIAN_SECONDS -> time(cell, MEDIAN, TENTHS);
            case P95_SECONDS -> time(cell, P95, TENTHS);
            case MEDIAN_DURATION -> time(cell, MEDIAN, 1);
            case P95_DURATION -> time(cell, P95, 1);
            case ACCEPTED_DAYS -> days(cell, ReportFigure.ACCEPTED);
            case ANSWERED_DAYS -> days(cell, ReportFigure.AWARDED, ReportFigure.REFUSED);
            default -> Optional.of(hidden.test(cell) ? Shown.HIDDEN : new Shown(counts.of(cell)));
        };
    }

    private Optional<Shown> share(CellName cell, ReportFigure whole, ReportFigure complement, ReportFigure... parts) {
        long all = counts.of(cell.with(whole));
        double part = Stream.of(parts)
                .mapToLong(figure -> counts.of(cell.with(figure)))
                .sum();
        CellName[] made = Stream.concat(Stream.of(parts), Stream.of(whole, complement == null ? whole : complement))
                .map(cell::with)
                .toArray(CellName[]::new);
        return all == 0 ? Optional.empty() : computed(part / all, DIGITS, made);
    }

    private Optional<Shown> away(CellName cell) {
        CellName whole = cell.with(ReportFigure.CASES);
        CellName[] parts = Stream.of(AWAY)
                .map(channel -> new CellName(cell.table(), channel, ReportFigure.CASES))
                .toArray(CellName[]::new);
        if (!cell.row().equals(ReportTable.ALL) || counts.of(whole) == 0) {
            return Optional.empty();
        }
        double part = Stream.of(parts).mapToLong(counts::of).sum();
        return computed(
                part / counts.of(whole),
                DIGITS,
                Stream.concat(Stream.of(parts), Stream.of(whole)).toArray(CellName[]::new));
    }

    private Optional<Shown> time(CellName cell, int percent, double unit) {
        CellName of = cell.with(cell.table().counts().get(0));
        return time(counts.durations(cell.table(), cell.row()), percent, unit, of);
    }

    /** @param ended the counts of what took the days */
    private Optional<Shown> days(CellName cell, ReportFigure... ended) {
        return time(
                counts.durations(cell.table(), cell.row(), cell.figure()),
                MEDIAN,
                1,
                Stream.of(ended).map(cell::with).toArray(CellName[]::new));
    }

    private Optional<Shown> time(Durations durations, int percent, double unit, CellName... of) {
        if (durations.n() == 0) {
            return Optional.empty();
        }
        return durations.n() < Thresholds.TIMES
                ? Optional.of(Shown.HIDDEN)
                : computed(durations.rank(percent) / unit, TENTHS, of);
    }

    private Optional<Shown> computed(double number, double digits, CellName... of) {
        return Optional.of(
                Stream.of(of).anyMatch(hidden) ? Shown.HIDDEN : new Shown(Math.round(number * digits) / digits));
    }
}

package az.dost.vahid.journeys.report;

import az.dost.vahid.calendar.Baku;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A month or a quarter, whose days are those of Baku.
 *
 * @param first its first month
 */
record ReportPeriod(PeriodKind kind, YearMonth first) {
    private static final Pattern FORM = Pattern.compile("([0-9]{4})-(?:(0[1-9]|1[0-2])|Q([1-4]))");
    /** Entries that come late, as those of gateways whose database was away, have two days. */
    private static final int CLOSES_ON_DAY = 3;

    /**
     * @param id as in {@code report.schema.json}, {@code 2026-11} or {@code 2026-Q4}; empty for what has not this form,
     *     and for null
     */
    static Optional<ReportPeriod> of(String id) {
        Matcher matcher = FORM.matcher(id == null ? "" : id);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        return Optional.of(
                matcher.group(2) != null
                        ? month(YearMonth.of(year, Integer.parseInt(matcher.group(2))))
                        : quarter(
                                YearMonth.of(year, Integer.parseInt(matcher.group(3)) * PeriodKind.QUARTER.months())));
    }

    static ReportPeriod month(YearMonth month) {
        return new ReportPeriod(PeriodKind.MONTH, month);
    }

    /** The quarter that a month is in. */
    static ReportPeriod quarter(YearMonth month) {
        return new ReportPeriod(
                PeriodKind.QUARTER,
                YearMonth.of(month.getYear(), month.get(IsoFields.QUARTER_OF_YEAR) * PeriodKind.QUARTER.months() - 2));
    }

    String id() {
        return kind == PeriodKind.MONTH
                ? first.toString()
                : String.format("%04d-Q%d", first.getYear(), first.get(IsoFields.QUARTER_OF_YEAR));
    }

    YearMonth last() {
        return first.plusMonths(kind.months() - 1L);
    }

    LocalDate from() {
        return first.atDay(1);
    }

    /** The last day. */
    LocalDate to() {
        return last().atEndOfMonth();
    }

    Instant start() {
        return instant(from());
    }

    /** The first moment that is not in it any more. */
    Instant end() {
        return instant(to().plusDays(1));
    }

    /** The first moment at which it may be closed. */
    Instant closesAt() {
        return instant(to().plusDays(CLOSES_ON_DAY));
    }

    /** Of a month itself alone. */
    List<ReportPeriod> months() {
        return IntStream.range(0, kind.months())
                .mapToObj(first::plusMonths)
                .map(ReportPeriod::month)
                .toList();
    }

    private static Instant instant(LocalDate day) {
        return day.atStartOfDay(Baku.ZONE).toInstant();
    }
}

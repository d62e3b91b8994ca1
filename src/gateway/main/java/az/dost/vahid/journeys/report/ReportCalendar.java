package az.dost.vahid.journeys.report;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Which periods there are: from the first month of which anything was counted to the present one, and their quarters.
 */
final class ReportCalendar {
    private final TallyReader tallies;
    private final Clock clock;

    /** @param clock in whose zone a month begins */
    ReportCalendar(TallyReader tallies, Clock clock) {
        this.tallies = tallies;
        this.clock = clock;
    }

    /** The oldest first, each quarter after its last month. */
    List<ReportPeriod> periods() {
        YearMonth now = YearMonth.now(clock);
        List<ReportPeriod> periods = new ArrayList<>();
        for (YearMonth month = tallies.first().filter(now::isAfter).orElse(now);
                !month.isAfter(now);
                month = month.plusMonths(1)) {
            periods.add(ReportPeriod.month(month));
            ReportPeriod quarter = ReportPeriod.quarter(month);
            if (month.equals(quarter.last()) || month.equals(now)) {
                periods.add(quarter);
            }
        }
        return periods;
    }
}

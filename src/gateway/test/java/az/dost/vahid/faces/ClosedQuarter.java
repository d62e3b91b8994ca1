package az.dost.vahid.faces;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.journeys.report.ClosingJob;
import az.dost.vahid.whole.RunningVahid;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A quarter of which the running gateway has reports: it is over for so long that it is closed, and so are its months,
 * each of 40 cases.
 */
final class ClosedQuarter {
    static final YearMonth NOW = YearMonth.now(Baku.CLOCK);
    private static final YearMonth LAST = NOW.minusMonths((NOW.getMonthValue() - 1) % 3 + 4L);
    /** Its last month. */
    static final String MONTH = LAST.toString();

    static final String FIRST = LAST.minusMonths(2).toString();
    static final String QUARTER = LAST.getYear() + "-Q" + LAST.get(IsoFields.QUARTER_OF_YEAR);
    /** All at once: a gateway's job may look at any moment. */
    private static final String TALLIES =
            "insert into report_tally (hour, measure, service, centre, channel, a, b, n) select hour, measure, 'home-care', 'dost-centre-1', 'HOME', '', '', 40"
                    + " from (values (?::timestamptz), (?::timestamptz), (?::timestamptz)) hours (hour), unnest(array['CASES', 'DOCUMENT_FREE', 'OTHER_CASES', 'OTHER_FREE']) measure"
                    + " on conflict do nothing";

    /** Once it is closed. */
    static void close() {
        RunningVahid vahid = RunningVahid.get();
        vahid.bean(JdbcTemplate.class)
                .update(TALLIES, hour(LAST.minusMonths(2)), hour(LAST.minusMonths(1)), hour(LAST));
        vahid.bean(ClosingJob.class).run();
    }

    private static Timestamp hour(YearMonth month) {
        Instant day = month.atDay(3).atStartOfDay(Baku.ZONE).toInstant();
        return Timestamp.from(day.plus(Duration.ofHours(9)));
    }

    private ClosedQuarter() {}
}

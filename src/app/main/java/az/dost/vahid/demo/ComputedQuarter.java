package az.dost.vahid.demo;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.journeys.tally.TallyJob;
import az.dost.vahid.mock.population.Personas;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Figures of the last quarter that is over, so that whoever tries the demonstration finds closed reports: each persona
 * is looked up once, and what that comes to is written many times over into each month and centre. No lookup of before
 * is in the record.
 */
final class ComputedQuarter {
    private static final String OFFICIAL = "computed.cases";
    private static final List<String> SERVICES = List.of(
            "ccu-car", "child-allowance", "disability-pension", "home-care", "technical-aids", "survivor-pension");
    private static final int MONTHS = 3;
    private static final int FIRST_DAY = 10;
    /** How many times over, in the first month; each month has a few more. */
    private static final String CENTRES =
            "(values ('dost-centre-1', 11), ('dost-centre-2', 7), ('dost-centre-3', 5), ('dost-centre-4', 4)) centres (name, times)";
    /** What has a centre is written into each of them. */
    private static final String OF_CENTRES =
            "insert into report_tally (hour, measure, service, centre, channel, a, b, n)"
                    + " select ?::timestamptz, measure, service, centres.name, case when channel = 'UNKNOWN' then 'CENTRE' else channel end, a, b, sum(n) * (times + ?)"
                    + " from report_tally, " + CENTRES
                    + " where hour >= ? and service <> '' group by 2, 3, 4, 5, 6, 7, times on conflict do nothing";
    /** What has none stands at the beginning of its month. */
    private static final String OF_NONE = "insert into report_tally (hour, measure, service, centre, channel, a, b, n)"
            + " select ?::timestamptz, measure, '', '', '', a, b, n * (select sum(times + ?) from " + CENTRES + ")"
            + " from report_tally where hour = ? and service = '' and channel = '' on conflict do nothing";

    private final DemoCaller caller;
    private final TallyJob tallies;
    private final JdbcTemplate jdbc;

    ComputedQuarter(DemoCaller caller, TallyJob tallies, JdbcTemplate jdbc) {
        this.caller = caller;
        this.tallies = tallies;
        this.jdbc = jdbc;
    }

    void make(PrintStream out) throws IOException, InterruptedException {
        Instant since = Baku.CLOCK.instant().truncatedTo(ChronoUnit.HOURS);
        List<Personas> personas = List.of(Personas.values());
        for (int i = 0; i < personas.size(); i++) {
            caller.lookUp(DemoCaller.question(
                    personas.get(i).fin(), SERVICES.get(i % SERVICES.size()), "COMPUTED/" + i, OFFICIAL));
        }
        tallies.run();
        YearMonth now = YearMonth.now(Baku.CLOCK);
        YearMonth first = now.minusMonths((now.getMonthValue() - 1L) % MONTHS + MONTHS);
        for (int month = 0; month < MONTHS; month++) {
            YearMonth one = first.plusMonths(month);
            jdbc.update(
                    OF_CENTRES,
                    Timestamp.from(begin(one).plus(FIRST_DAY, ChronoUnit.DAYS).plus(FIRST_DAY, ChronoUnit.HOURS)),
                    month,
                    Timestamp.from(since));
            jdbc.update(OF_NONE, Timestamp.from(begin(one)), month, Timestamp.from(begin(now)));
        }
        out.printf(
                "Computed figures of %d-Q%d are there. Its reports close within a minute or so; an analyst finds them at the pages.%n%n",
                first.getYear(), first.get(IsoFields.QUARTER_OF_YEAR));
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(Baku.ZONE).toInstant();
    }
}

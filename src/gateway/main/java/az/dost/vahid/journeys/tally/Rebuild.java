package az.dost.vahid.journeys.tally;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts a month again from what is kept. */
public final class Rebuild {
    private static final String KEY = "(hour, measure, service, centre, channel, a, b)";
    private static final String DIFFERENT =
            "select count(*) from (select * from report_tally where hour >= ? and hour < ?) t full join report_before b using "
                    + KEY + " where t.n is distinct from b.n";
    private final TallyTables tables;

    /**
     * What came of it.
     *
     * @param entries that were read
     * @param gone dossiers of the month that are not kept any more: where there are any, nothing was changed
     * @param different rows of figures that were not what they are now
     */
    public record Outcome(long entries, long gone, long different) {}

    Rebuild(TallyTables tables) {
        this.tables = tables;
    }

    /**
     * Counts entries as far as they were counted before, all in one transaction: readers see the figures before or
     * those after.
     *
     * @param month in Baku
     * @throws org.springframework.dao.DataAccessException nothing was changed
     */
    public Outcome of(YearMonth month) {
        return tables.transaction().execute(status -> {
            Cursor.Position position = tables.cursor().hold();
            Instant from = TallyPlace.begin(month);
            Instant to = TallyPlace.begin(month.plusMonths(1));
            Object[] hours = {Timestamp.from(from), Timestamp.from(to)};
            JdbcTemplate jdbc = tables.jdbc();
            jdbc.execute(
                    "create temporary table report_before on commit drop as select * from report_tally where false");
            jdbc.update("insert into report_before select * from report_tally where hour >= ? and hour < ?", hours);
            jdbc.update("delete from report_tally where hour >= ? and hour < ?", hours);
            tables.cases().forget(month);
            tables.inVain().forget(from, to);
            Outcome read = count(from, to, position.sequence());
            if (read.gone > 0) {
                status.setRollbackOnly();
                return read;
            }
            return new Outcome(read.entries, 0, jdbc.queryForObject(DIFFERENT, Long.class, hours));
        });
    }

    private Outcome count(Instant from, Instant to, long last) {
        RulesTable.History rules = tables.rules().history();
        long gone = 0;
        long read = 0;
        long after = 0;
        // Late answers of the next day complete lookups of this month.
        List<ChainEntry> entries = page(from, to, after, last);
        while (!entries.isEmpty()) {
            gone += tables.counting().count(entries, rules, at -> !at.isBefore(from) && at.isBefore(to));
            read += entries.size();
            after = entries.get(entries.size() - 1).sequence();
            entries = page(from, to, after, last);
        }
        return new Outcome(read, gone, 0);
    }

    private List<ChainEntry> page(Instant from, Instant to, long after, long last) {
        return tables.chain()
                .between(
                        from.minus(InVainRows.SLOWEST),
                        to.plus(InVainRows.WITHIN).plus(InVainRows.SLOWEST),
                        after,
                        last);
    }
}

package az.dost.vahid.journeys.tally;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Months whose figures came to mean something else: a migration names them, with the reason. Each is counted anew once
 * it is over, when no gateway of the version before counts in it any more.
 */
public final class Recounts {
    private final JdbcTemplate jdbc;
    private final Rebuild rebuild;

    /**
     * One that waits.
     *
     * @param month in Baku
     * @param because every reader of a report that is closed anew sees it
     */
    public record Recount(YearMonth month, String because) {
        /** Whether the month is over. */
        public boolean isDue(Instant now) {
            return !now.isBefore(TallyPlace.begin(month.plusMonths(1)));
        }
    }

    Recounts(JdbcTemplate jdbc, Rebuild rebuild) {
        this.jdbc = jdbc;
        this.rebuild = rebuild;
    }

    /** The oldest first. */
    public List<Recount> waiting() {
        return jdbc.query(
                "select month, because from report_recount where done_at is null order by month",
                (row, n) -> new Recount(YearMonth.parse(row.getString(1)), row.getString(2)));
    }

    /**
     * Counts one.
     *
     * @throws org.springframework.dao.DataAccessException it waits still
     */
    public Rebuild.Outcome count(YearMonth month) {
        Rebuild.Outcome outcome = rebuild.of(month);
        jdbc.update(
                "update report_recount set done_at = statement_timestamp(), gone = ? where month = ?",
                outcome.gone(),
                month.toString());
        return outcome;
    }
}

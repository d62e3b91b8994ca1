package az.dost.vahid.journeys.report;

import az.dost.vahid.calendar.Baku;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the hourly tallies; months of Baku begin at whole hours of UTC. */
final class TallyReader {
    private static final int PAGE = 5_000;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    /**
     * What a period's rows with the same columns come to.
     *
     * @param service empty where there is none, and so are the next four
     */
    record Row(String measure, String service, String centre, String channel, String a, String b, long n) {}

    TallyReader(DataSource database, TransactionTemplate transaction) {
        this.transaction = transaction;
        jdbc = new JdbcTemplate(database);
        jdbc.setFetchSize(PAGE);
    }

    /** Each row of a period, summed over its hours. */
    void each(ReportPeriod period, Consumer<Row> use) {
        // Only within a transaction are they read page by page.
        transaction.executeWithoutResult(status -> jdbc.query(
                "select measure, service, centre, channel, a, b, sum(n) from report_tally where hour >= ? and hour < ? group by measure, service, centre, channel, a, b",
                row -> {
                    use.accept(new Row(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getLong(7)));
                },
                Timestamp.from(period.start()),
                Timestamp.from(period.end())));
    }

    /** Codes of the centres that have cases in a period; empty for what nobody named a centre of. */
    List<String> centres(ReportPeriod period) {
        return jdbc.queryForList(
                "select distinct centre from report_tally where hour >= ? and hour < ? and measure = 'CASES'",
                String.class,
                Timestamp.from(period.start()),
                Timestamp.from(period.end()));
    }

    /** The month of the first tally; empty before there is one. */
    Optional<YearMonth> first() {
        Timestamp first = jdbc.queryForObject("select min(hour) from report_tally", Timestamp.class);
        return Optional.ofNullable(first).map(Timestamp::toInstant).map(TallyReader::month);
    }

    /** Number of the last entry of the audit chain that is in the tallies. */
    long counted() {
        return jdbc.queryForObject("select sequence from report_cursor", Long.class);
    }

    private static YearMonth month(Instant hour) {
        return YearMonth.from(hour.atZone(Baku.ZONE));
    }
}

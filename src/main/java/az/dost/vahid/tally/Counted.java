package az.dost.vahid.tally;

import az.dost.vahid.record.body.DayJdbc;
import java.time.YearMonth;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far the figures go. */
public final class Counted {
    private static final String RANGE = "select min(sequence), max(sequence), (select sequence from report_cursor) from audit where id >= ? and id < ?";
    private final JdbcTemplate jdbc;

    /** Entries of the audit chain by their numbers, both inclusive; others may be among them that are of another time. */
    public record Range(long first, long last) { }

    Counted(JdbcTemplate jdbc) {
        this.jdbc = new DayJdbc(jdbc.getDataSource());
    }

    /**
     * The part of the chain that a month's figures are made of; empty as long as some of it is not counted, and for a month of which there are no entries.
     *
     * @param month in Baku; entries are of the time that their ids say
     */
    public Optional<Range> of(YearMonth month) {
        return jdbc.query(RANGE, (row, n) -> row.getLong(2) == 0 || row.getLong(2) > row.getLong(3) ? Optional.<Range>empty()
                : Optional.of(new Range(row.getLong(1), row.getLong(2))), Chain.least(Place.begin(month)), Chain.least(Place.begin(month.plusMonths(1))))
                .stream().flatMap(Optional::stream).findFirst();
    }
}

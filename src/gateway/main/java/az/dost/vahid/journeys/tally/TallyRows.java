package az.dost.vahid.journeys.tally;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of figures. Its methods are called in a transaction that has {@link Cursor#hold held} the cursor. */
final class TallyRows {
    private static final Logger LOG = LoggerFactory.getLogger(TallyRows.class);
    private static final String ADD = "insert into report_tally (hour, measure, service, centre, channel, a, b, n)"
            + " select * from unnest(?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])"
            + " on conflict (hour, measure, service, centre, channel, a, b) do update set n = report_tally.n + excluded.n";
    private static final String EMPTY =
            "delete from report_tally using (select distinct unnest(?::timestamptz[]) as hour) h where report_tally.hour = h.hour"
                    + " and n <= 0 returning n";
    private final JdbcTemplate jdbc;

    TallyRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Tallies tallies) {
        List<Tallies.Cell> cells = tallies.cells();
        if (cells.isEmpty()) {
            return;
        }
        Boolean less = jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            Array hours = connection.createArrayOf(
                    "timestamptz",
                    cells.stream()
                            .map(cell -> OffsetDateTime.ofInstant(cell.place().hour(), ZoneOffset.UTC)
                                    .toString())
                            .toArray());
            write(connection, hours, cells, tallies);
            return cells.stream().anyMatch(cell -> tallies.of(cell) < 0) && empty(connection, hours);
        });
        if (Boolean.TRUE.equals(less)) {
            LOG.warn(
                    "Figures were less than nothing, so somebody changed them, or the rules by which they are made: count their month again with 'vahid report rebuild'");
        }
    }

    private static void write(Connection connection, Array hours, List<Tallies.Cell> cells, Tallies tallies)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setArray(1, hours);
            int column = 2;
            for (Function<Tallies.Cell, String> text : List.<Function<Tallies.Cell, String>>of(
                    cell -> cell.measure().name(),
                    cell -> cell.place().service(),
                    cell -> cell.place().centre(),
                    cell -> cell.place().channel(),
                    Tallies.Cell::a,
                    Tallies.Cell::b)) {
                insert.setArray(
                        column++,
                        connection.createArrayOf(
                                "text", cells.stream().map(text).toArray()));
            }
            insert.setArray(
                    column,
                    connection.createArrayOf(
                            "bigint", cells.stream().map(tallies::of).toArray()));
            insert.executeUpdate();
        }
    }

    /** Takes away rows that count nothing. Whether some counted less. */
    private static boolean empty(Connection connection, Array hours) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(EMPTY)) {
            delete.setArray(1, hours);
            boolean less = false;
            try (var gone = delete.executeQuery()) {
                while (gone.next()) {
                    less |= gone.getLong(1) < 0;
                }
            }
            return less;
        }
    }
}

package az.dost.vahid.report;

import az.dost.vahid.command.CommandFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** What operators want closed anew: the command {@code report close} leaves it at the gateways' database. */
public final class ReportOrders {
    private static final String KEEP = "insert into report_order (id, period, because, asked_by) select ?, ?, ?, ? where exists (select 1 from report_version where period = ?)";
    private final JdbcTemplate jdbc;

    record Order(UUID id, ReportPeriod period, String because) { }

    ReportOrders(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest first. */
    List<Order> waiting() {
        return jdbc.query("select id, period, because from report_order where done_at is null order by asked_at", (row, n) -> {
            UUID id = row.getObject(1, UUID.class);
            String because = row.getString(3);
            return ReportPeriod.of(row.getString(2)).map(period -> new Order(id, period, because));
        }).stream().flatMap(Optional::stream).toList();
    }

    /** Nothing came of it. What comes to a version is done with it. */
    void done(Order order) {
        jdbc.update("update report_order set done_at = statement_timestamp() where id = ?", order.id());
    }

    /**
     * @param url    of the database, JDBC
     * @param period as {@code report.schema.json} has it
     * @return false where the period was never closed: then nothing is kept
     * @throws CommandFailure when the database does not take it
     */
    public static boolean keep(String url, String period, String by, String because) {
        try (Connection connection = DriverManager.getConnection(url); PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, period);
            insert.setString(3, because);
            insert.setString(4, by);
            insert.setString(5, period);
            return insert.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new CommandFailure("The database does not take the order (SQL state " + e.getSQLState() + "): look whether it runs, and whether the gateways have started with this version");
        }
    }
}

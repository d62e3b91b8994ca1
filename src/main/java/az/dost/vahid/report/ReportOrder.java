package az.dost.vahid.report;

import az.dost.vahid.command.CommandFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Leaves an order for the gateways at their database. */
public final class ReportOrder {
    private static final String KEEP = "insert into report_order (id, period, because, asked_by) select ?, ?, ?, ? where exists (select 1 from report_version where period = ?)";

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

    private ReportOrder() { }
}

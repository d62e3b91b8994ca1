package az.dost.vahid.proof.record.check;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A database as it was at one moment, read only. A gateway that goes on writing meanwhile would otherwise look like
 * somebody who puts rows in. One connection keeps the moment, another one reads: what that one has locked it can let go
 * of, and go on at the same moment.
 */
public final class Moment implements AutoCloseable {
    private final Connection keeper;
    private final Connection reader;
    private final String moment;

    /** @throws DataAccessResourceFailureException when the database cannot be reached */
    public Moment(DataSource database) {
        try {
            keeper = open(database);
            // It does nothing for as long as the reader needs.
            execute(keeper, "set idle_in_transaction_session_timeout = 0");
            try (Statement statement = keeper.createStatement();
                    ResultSet row = statement.executeQuery("select pg_export_snapshot()")) {
                row.next();
                moment = row.getString(1);
            }
            reader = open(database);
            begin();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database cannot be reached", e);
        }
    }

    private static Connection open(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void begin() throws SQLException {
        execute(reader, "set transaction snapshot '" + moment + "'");
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(new SingleConnectionDataSource(reader, true));
    }

    /** Gives back all that was locked by reading. No query may be under way. */
    public void letGo() {
        try {
            reader.commit();
            begin();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database went away", e);
        }
    }

    @Override
    public void close() {
        try (keeper;
                reader) {
            reader.rollback();
            keeper.rollback();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database went away", e);
        }
    }
}

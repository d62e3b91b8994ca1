package az.dost.vahid.record.check;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A database as it was at one moment, read only. A gateway that goes on writing meanwhile would otherwise look like somebody who
 * puts rows in.
 */
public final class Moment implements AutoCloseable {
    private final Connection connection;

    /** @throws DataAccessResourceFailureException when the database cannot be reached */
    public Moment(DataSource database) {
        try {
            connection = database.getConnection();
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database cannot be reached", e);
        }
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database went away", e);
        }
    }
}

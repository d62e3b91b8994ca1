package az.dost.vahid.edge.life;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Looks whether the database is there and takes what is written. By a connection of its own: where all others are in
 * use there is much to do, which is not the same as a database that is away.
 */
final class DatabaseLook implements Outside.Look, AutoCloseable {
    /** Hikari takes no less. */
    private static final int LEAST_MS = 250;
    /** Class of SQLSTATE: invalid authorization. */
    private static final String REFUSED = "28";

    private final HikariDataSource one = new HikariDataSource();
    private final int patienceMs;

    /**
     * @param patience how long a connection may take to come, and then the database to answer: one that went without a
     *     word is given up
     */
    DatabaseLook(HikariDataSource pool, Duration patience) {
        patienceMs = Math.max(LEAST_MS, Math.toIntExact(patience.toMillis()));
        pool.copyStateTo(one);
        one.setMetricsTrackerFactory(null);
        one.setMetricRegistry(null);
        one.setPoolName("watch-database");
        one.setMinimumIdle(0);
        one.setMaximumPoolSize(1);
        one.setInitializationFailTimeout(-1);
        one.setConnectionTimeout(patienceMs);
        one.setValidationTimeout(patienceMs);
    }

    @Override
    public void look() throws SQLException, Outside.RefusedException {
        try (Connection connection = connected()) {
            connection.setNetworkTimeout(Runnable::run, patienceMs);
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select pg_is_in_recovery()")) {
                row.next();
                if (row.getBoolean(1)) {
                    throw new SQLTransientConnectionException("The server is a standby");
                }
            }
        }
    }

    private Connection connected() throws SQLException, Outside.RefusedException {
        try {
            return one.getConnection();
        } catch (SQLException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql
                        && String.valueOf(sql.getSQLState()).startsWith(REFUSED)) {
                    throw new Outside.RefusedException("refuses the login of spring.datasource.username", e);
                }
            }
            throw e;
        }
    }

    @Override
    public void close() {
        one.close();
    }
}

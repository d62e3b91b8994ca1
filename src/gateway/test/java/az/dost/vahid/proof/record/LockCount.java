package az.dost.vahid.proof.record;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the locks of each query, or of each transaction, when its connection is given back. */
final class LockCount extends DelegatingDataSource {
    private int most;

    LockCount(DataSource database) {
        super(database);
    }

    /** The most that one had since this was asked. */
    int most() {
        int found = most;
        most = 0;
        return found;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        connection.setAutoCommit(false);
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        count(connection);
                        connection.commit();
                    } else if (method.getName().equals("createArrayOf")) {
                        // The record's writer has made its changes, and commits with its next statement.
                        count(connection);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from pg_locks where pid = pg_backend_pid() and locktype = 'relation'")) {
            row.next();
            most = Math.max(most, row.getInt(1));
        }
    }
}

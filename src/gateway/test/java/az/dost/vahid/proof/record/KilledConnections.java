package az.dost.vahid.proof.record;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Connections of which one step fails, and none works after it. */
public final class KilledConnections extends AbstractDataSource {
    private static final Set<String> STEPS =
            Set.of("prepareStatement", "createStatement", "createArrayOf", "commit", "setAutoCommit");
    private final DataSource database;
    private final int last;
    private final boolean before;
    private int step;

    /**
     * @param last number of the last step that works, from 0
     * @param before whether the one after it is not taken; otherwise it is, and nobody hears of it
     */
    public KilledConnections(DataSource database, int last, boolean before) {
        this.database = database;
        this.last = last;
        this.before = before;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = database.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean counts = STEPS.contains(method.getName());
                    if (counts && (step > last || before && ++step > last)) {
                        throw new SQLException("Killed at step " + step, "08006");
                    }
                    try {
                        Object result = method.invoke(connection, arguments);
                        if (counts && !before && ++step > last) {
                            throw new SQLException("Killed after step " + step, "08006");
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }
}

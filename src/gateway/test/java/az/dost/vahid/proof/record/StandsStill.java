package az.dost.vahid.proof.record;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The database of a gateway that is frozen at one point of its work with a connection, until it is thawed. */
final class StandsStill extends DelegatingDataSource {
    private final String method;
    private final String argument;
    private final CountDownLatch thawed = new CountDownLatch(1);
    private final CountDownLatch frozen = new CountDownLatch(1);

    /** @param argument the first one of the method, such as a type or a statement */
    StandsStill(DataSource database, String method, String argument) {
        super(database);
        this.method = method;
        this.argument = argument;
    }

    /** Until it stands still. */
    void await() throws InterruptedException {
        frozen.await();
    }

    void thaw() {
        thawed.countDown();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method) && argument.equals(arguments[0])) {
                        frozen.countDown();
                        thawed.await();
                    }
                    try {
                        return called.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

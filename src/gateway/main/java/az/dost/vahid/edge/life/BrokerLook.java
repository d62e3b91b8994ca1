package az.dost.vahid.edge.life;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Session;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.jms.connection.SingleConnectionFactory;

/**
 * Looks whether the broker is there: by a connection of its own, for those that are shared are made anew by whoever
 * uses them.
 */
final class BrokerLook implements Outside.Look, AutoCloseable {
    private final ConnectionFactory factory;
    /** Null while there is none. */
    private volatile Connection connection;

    /** @param shared what others use */
    BrokerLook(ConnectionFactory shared) {
        factory = shared instanceof SingleConnectionFactory single && single.getTargetConnectionFactory() != null
                ? single.getTargetConnectionFactory()
                : shared instanceof JmsPoolConnectionFactory pool
                                && pool.getConnectionFactory() instanceof ConnectionFactory pooled
                        ? pooled
                        : shared;
    }

    @Override
    public void look() throws JMSException, Outside.RefusedException {
        try {
            if (connection == null) {
                connection = factory.createConnection();
            }
            // The broker answers to that; a connection alone may be dead for a minute before anybody notices.
            connection.createSession(false, Session.AUTO_ACKNOWLEDGE).close();
        } catch (JMSSecurityException e) {
            close();
            throw new Outside.RefusedException("refuses the login of spring.artemis.user", e);
        } catch (JMSException | RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        Connection last = connection;
        connection = null;
        try {
            if (last != null) {
                last.close();
            }
        } catch (JMSException e) {
            // It was dead already.
        }
    }
}

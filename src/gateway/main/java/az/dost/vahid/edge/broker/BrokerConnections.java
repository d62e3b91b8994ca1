package az.dost.vahid.edge.broker;

import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionReceiveClientLargeMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionReceiveMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jms.connection.SingleConnectionFactory;

/** What every connection to a broker is told, its own and the agencies' alike. */
public final class BrokerConnections implements BeanPostProcessor {
    private static final int MOST = 1024 * 1024;
    /**
     * Bytes of messages that the broker gives a consumer ahead, some ten: Artemis's own MiB is some eight hundred. The
     * first consumer of a queue with a backlog got them all, and with them nearly all message groups, so that the
     * others had nothing to do.
     */
    private static final int AHEAD = 8 * 1024;

    private static final String EVERY_CLASS = "*";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof ConnectionFactory factory) {
            guard(factory, MOST);
        }
        return bean;
    }

    /**
     * No class is made of what a broker brings, and nothing long is held before it is asked for.
     *
     * @param most bytes of a text in UTF-8
     */
    public static void guard(ConnectionFactory factory, int most) {
        if (factory instanceof ActiveMQConnectionFactory artemis) {
            artemis.setDeserializationDenyList(EVERY_CLASS);
            if (artemis.getConsumerWindowSize() == ActiveMQClient.DEFAULT_CONSUMER_WINDOW_SIZE) {
                artemis.setConsumerWindowSize(AHEAD);
            }
            artemis.getServerLocator().addIncomingInterceptor(new LargeMessages(most));
        } else if (factory instanceof SingleConnectionFactory single && single.getTargetConnectionFactory() != null) {
            guard(single.getTargetConnectionFactory(), most);
        } else if (factory instanceof JmsPoolConnectionFactory pool
                && pool.getConnectionFactory() instanceof ConnectionFactory pooled) {
            guard(pooled, most);
        }
    }

    /**
     * Artemis's client holds a text, a map or an object whole, and inflates it, before anybody can ask how long it is.
     * What is too long, or compressed, becomes a message of bytes, of which nothing is held before it is read.
     */
    private static final class LargeMessages implements Interceptor {
        /** Of a text, a character takes two bytes on its way. */
        private static final long BYTES_OF_A_CHARACTER = 2;

        private static final int HEAD = 64;
        private final long most;

        /** @param most characters of a text that is held */
        LargeMessages(int most) {
            this.most = BYTES_OF_A_CHARACTER * most + HEAD;
        }

        @Override
        public boolean intercept(Packet packet, RemotingConnection connection) {
            if (packet instanceof SessionReceiveClientLargeMessage large) {
                plain(large.getLargeMessage(), large.getLargeMessageSize() > most);
            } else if (packet instanceof SessionReceiveMessage received) {
                plain(received.getMessage(), false);
            }
            return true;
        }

        private static void plain(Message message, boolean tooLong) {
            boolean compressed = message.containsProperty(Message.HDR_LARGE_COMPRESSED);
            if (compressed) {
                message.removeProperty(Message.HDR_LARGE_COMPRESSED);
            }
            if (compressed || tooLong) {
                message.toCore().setType(Message.BYTES_TYPE);
            }
        }
    }
}

package az.dost.vahid.edge.broker;

import az.dost.vahid.problem.StartException;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.jms.JmsBinding;
import org.apache.camel.component.jms.JmsConfiguration;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.spi.EndpointStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every endpoint of messages, whichever route or setting made it: no objects, no other headers, nothing of a message in
 * the log.
 */
final class GuardedEndpoints implements EndpointStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedEndpoints.class);
    private final MessageHeaders headers;

    GuardedEndpoints(MessageHeaders headers) {
        this.headers = headers;
    }

    /** @throws StartException when it would read or write Java objects */
    @Override
    public Endpoint registerEndpoint(String uri, Endpoint endpoint) {
        if (endpoint instanceof JmsEndpoint jms) {
            JmsConfiguration configuration = jms.getConfiguration();
            if (configuration.isObjectMessageEnabled()
                    || configuration.isTransferExchange()
                    || configuration.isTransferException()
                    || configuration.isAllowSerializedHeaders()) {
                throw new StartException(
                        "Vahid takes and sends no Java objects by message: remove objectMessageEnabled, transferExchange, "
                                + "transferException and allowSerializedHeaders from camel.component.jms");
            }
            if (!(jms.getHeaderFilterStrategy() instanceof MessageHeaders)) {
                jms.setHeaderFilterStrategy(headers);
            }
            if (jms.getMessageConverter() == null) {
                jms.setBinding(new PlainBinding(jms));
            }
            // Camel's own line tells the whole message, its token too.
            configuration.setErrorHandler(GuardedEndpoints::tell);
        }
        return endpoint;
    }

    private static void tell(Throwable fault) {
        Throwable cause = fault.getCause() == null ? fault : fault.getCause();
        LOG.warn(
                "A message failed and goes back to its queue: {}",
                cause.getClass().getSimpleName());
    }

    /**
     * Reads bodies of text and of bytes; any other has none. Camel copies a body for a redelivery before the first step
     * of a route: a body that cannot be read would have its message come back before anybody could lay it aside.
     */
    private static final class PlainBinding extends JmsBinding {
        private static final int MOST = 1024 * 1024;
        private final boolean streams;

        PlainBinding(JmsEndpoint endpoint) {
            super(endpoint);
            streams = endpoint.getConfiguration().isArtemisStreamingEnabled();
        }

        @Override
        public Object extractBodyFromJms(Exchange exchange, Message message) {
            try {
                return message instanceof TextMessage
                                || message instanceof BytesMessage bytes && (streams || bytes.getBodyLength() <= MOST)
                        ? super.extractBodyFromJms(exchange, message)
                        : null;
            } catch (JMSException | RuntimeCamelException e) {
                return null;
            }
        }
    }
}

package az.dost.vahid.edge.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.jms.JmsBinding;
import org.apache.camel.component.jms.JmsEndpoint;

/**
 * Reads bodies of text and of bytes; any other has none. Camel copies a body for a redelivery before the first step of
 * a route: a body that cannot be read would have its message come back before anybody could lay it aside.
 */
final class PlainBinding extends JmsBinding {
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

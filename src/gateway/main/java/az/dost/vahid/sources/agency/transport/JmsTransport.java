package az.dost.vahid.sources.agency.transport;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.edge.broker.BrokerAddress;
import az.dost.vahid.edge.broker.BrokerConnections;
import az.dost.vahid.edge.broker.MessageHeaders;
import az.dost.vahid.problem.StartException;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.jms.support.converter.MessageConverter;

/** The broker at which an agency takes its questions. */
public record JmsTransport() implements Transport {
    @Override
    public Map<String, String> open(CamelContext context, Connector connector, String address, String secret) {
        String doubt = address.startsWith("tcp://") ? BrokerAddress.doubt(address) : "is not one";
        // An operator may let his own broker be; questions at an agency's name citizens on a way that is not his.
        if (!doubt.isEmpty()) {
            throw new StartException("Set vahid.endpoints." + connector.endpoint()
                    + " to the broker's address, tcp://host:port?sslEnabled=true: what is there " + doubt);
        }
        ActiveMQConnectionFactory factory =
                new ActiveMQConnectionFactory(address, connector.auth().username(), secret);
        factory.setInitialConnectAttempts(1);
        factory.setReconnectAttempts(0);
        factory.setCallTimeout(connector.timeoutMs());
        BrokerConnections.guard(factory, connector.maxReplyBytes());
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(factory);
        String source = "agencyBroker-" + connector.id();
        String messages = "agencyMessages-" + connector.id();
        context.getRegistry().bind(source, pool);
        context.getRegistry().bind(messages, new AgencyMessages(connector.maxReplyBytes()));
        String headers = "agencyHeaders-" + connector.id();
        context.getRegistry().bind(headers, new MessageHeaders(connector.proof().header()));
        OwnThreads.closeWith(context, pool::stop);
        return Map.of(
                "source",
                source,
                "messages",
                messages,
                "headers",
                headers,
                "queue",
                connector.call().queue());
    }

    /**
     * Questions as text; answers as the bytes of a text or bytes message, and of no other, up to a limit. What is wrong
     * with an answer is given in its place: an exception here would end the listener, which is that of other calls too.
     */
    private record AgencyMessages(int maxBytes) implements MessageConverter {
        @Override
        public Message toMessage(Object body, Session session) throws JMSException {
            return session.createTextMessage(new String((byte[]) body, StandardCharsets.UTF_8));
        }

        /** Bytes, or the {@link Reason} for which there are none. */
        @Override
        public Object fromMessage(Message message) {
            try {
                if (message instanceof BytesMessage bytes) {
                    if (bytes.getBodyLength() > maxBytes) {
                        return Reason.TOO_LONG;
                    }
                    byte[] body = new byte[(int) bytes.getBodyLength()];
                    bytes.readBytes(body);
                    return body;
                } else if (message instanceof TextMessage text && text.getText() != null) {
                    byte[] body = text.getText().getBytes(StandardCharsets.UTF_8);
                    return body.length > maxBytes ? Reason.TOO_LONG : body;
                }
            } catch (JMSException e) {
                // Not the message that its header says.
            }
            return Reason.MALFORMED;
        }
    }
}

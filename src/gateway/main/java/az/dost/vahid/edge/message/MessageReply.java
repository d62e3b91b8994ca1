package az.dost.vahid.edge.message;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.jms.JmsConstants;
import org.springframework.jms.connection.SessionProxy;

/**
 * Sends answers, see {@code routes/message.camel.yaml}: Camel itself answers nobody, as it would write wherever a
 * message says.
 */
public final class MessageReply {
    /**
     * Whether somebody waits for the answer. A temporary queue that is gone is not made anew: it would be nobody's, and
     * stay.
     *
     * @throws JMSException when the broker cannot be asked
     */
    public boolean wanted(Exchange exchange) throws JMSException {
        ReplyPlace reply = exchange.getProperty(ReplyPlace.PROPERTY, ReplyPlace.class);
        return reply != null && (!reply.temporary() || exists(exchange, reply.queue()));
    }

    /** Whether the message names a queue that it may have its answer in. */
    public static boolean named(Exchange exchange) {
        return exchange.getProperty(ReplyPlace.PROPERTY) != null;
    }

    private static boolean exists(Exchange exchange, String queue) throws JMSException {
        Session session = exchange.getProperty(MessageDoor.SESSION, Session.class);
        Session target = session instanceof SessionProxy proxy ? proxy.getTargetSession() : session;
        try {
            return target instanceof ActiveMQSession artemis
                    && artemis.getCoreSession()
                            .addressQuery(SimpleString.of(queue))
                            .isExists();
        } catch (ActiveMQException e) {
            JMSException failed = new JMSException("The broker does not say whether a queue is there");
            failed.initCause(e);
            throw failed;
        }
    }

    /** Addresses the answer in the body. */
    public void address(Exchange exchange) {
        ReplyPlace reply = exchange.getProperty(ReplyPlace.PROPERTY, ReplyPlace.class);
        Message message = exchange.getMessage();
        message.setHeader("JMSCorrelationID", reply.correlation());
        if (reply.destination() == null) {
            message.setHeader(JmsConstants.JMS_DESTINATION_NAME, reply.queue());
        } else {
            message.setHeader(JmsConstants.JMS_DESTINATION, reply.destination());
        }
    }
}

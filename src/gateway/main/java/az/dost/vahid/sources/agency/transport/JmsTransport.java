package az.dost.vahid.sources.agency.transport;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.edge.broker.BrokerConnections;
import az.dost.vahid.edge.broker.MessageHeaders;
import az.dost.vahid.problem.StartException;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** The broker at which an agency takes its questions. */
public record JmsTransport() implements Transport {
    @Override
    public Map<String, String> open(CamelContext context, Connector connector, String address, String secret) {
        if (!address.startsWith("tcp://")) {
            throw new StartException(
                    "Set vahid.endpoints." + connector.endpoint() + " to the broker's address, tcp://host:port");
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
}

package az.dost.vahid.embedded;

import az.dost.vahid.check.rehearse.FaultShares;
import az.dost.vahid.check.rehearse.PlayedAgency;
import az.dost.vahid.check.rehearse.PlayedFault;
import az.dost.vahid.check.rehearse.PlayedService;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.AuthKind;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** A broker on the loopback interface, and a played agency that answers from its queue. */
final class PlayedQueue implements PlayedService {
    private static final String ALL = "all";
    private static final String AGENCY = "the agency itself";
    private static final int READERS = 16;
    private final Connector connector;
    private final PlayedAgency agency;
    private final EmbeddedActiveMQ broker;
    private final ActiveMQConnectionFactory factory;
    private final JMSContext readers;
    private final int port;
    private volatile FaultShares<PlayedFault> faults;
    private volatile long delayMs;

    /**
     * Starts it.
     *
     * @param port 0 for any
     * @param faults share of the answers, from 0 to 1, that have each
     */
    PlayedQueue(Connector connector, PlayedAgency agency, int port, Map<PlayedFault, Double> faults) throws Exception {
        this.connector = connector;
        this.agency = agency;
        this.faults = new FaultShares<>(faults);
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser(AGENCY, SECRET);
        users.addRole(AGENCY, ALL);
        if (connector.auth().kind() == AuthKind.PASSWORD) {
            users.addUser(connector.auth().username(), SECRET);
            users.addRole(connector.auth().username(), ALL);
        }
        Configuration configuration = new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(connector.auth().kind() == AuthKind.PASSWORD)
                .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + port)
                .putSecurityRoles(
                        "#",
                        Set.of(new Role(ALL, true, true, true, true, true, true, true, true, true, true, true, true)));
        broker = new EmbeddedActiveMQ()
                .setConfiguration(configuration)
                .setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
        broker.start();
        this.port =
                ((NettyAcceptor) broker.getActiveMQServer().getRemotingService().getAcceptor("tcp")).getActualPort();
        factory = new ActiveMQConnectionFactory(endpoint(), AGENCY, SECRET);
        readers = factory.createContext();
        for (int i = 0; i < READERS; i++) {
            JMSContext reader = readers.createContext(JMSContext.AUTO_ACKNOWLEDGE);
            reader.createConsumer(reader.createQueue(connector.call().queue()))
                    .setMessageListener(question -> answer(reader, question));
        }
    }

    @Override
    public String endpoint() {
        return "tcp://127.0.0.1:" + port;
    }

    @Override
    public void faults(Map<PlayedFault, Double> next) {
        faults = new FaultShares<>(next);
    }

    @Override
    public void delay(long ms) {
        delayMs = ms;
    }

    private void answer(JMSContext reader, Message question) {
        PlayedFault fault = faults.drawn();
        try {
            Thread.sleep(fault == PlayedFault.SLOW ? connector.timeoutMs() + 500L : delayMs);
            PlayedAgency.Answer answer = agency.answer(body(question), question.getJMSCorrelationID(), fault);
            String text = fault == PlayedFault.GARBAGE
                    ? "<{no document"
                    : fault == PlayedFault.TOO_LONG
                            ? " ".repeat(connector.maxReplyBytes() + 1)
                            : new String(answer.body(), StandardCharsets.UTF_8);
            Message reply = reader.createTextMessage(text);
            if (answer.header() != null) {
                reply.setStringProperty(
                        answer.header().getKey(), answer.header().getValue());
            }
            reply.setJMSCorrelationID(question.getJMSCorrelationID());
            reader.createProducer().send(question.getJMSReplyTo(), reply);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (JMSException | IllegalArgumentException e) {
            // A question that is none, or of somebody who has gone: an agency says nothing either.
        }
    }

    private static byte[] body(Message question) throws JMSException {
        return question instanceof TextMessage text && text.getText() != null
                ? text.getText().getBytes(StandardCharsets.UTF_8)
                : question instanceof BytesMessage bytes ? bytes.getBody(byte[].class) : new byte[0];
    }

    @Override
    public void close() {
        readers.close();
        factory.close();
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

package az.dost.vahid.kinds;

import az.dost.vahid.process.FreePort;
import az.dost.vahid.signature.rehearsal.PlayedKey;
import az.dost.vahid.signature.rehearsal.PlayedSignatures;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** An Artemis broker that wants a password, and a fund that answers from its queue with the example's sample. */
final class BrokerPeer implements Peer {
    private static final String PASSWORD = "only-for-this-test";
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Example example;
    private final int port = FreePort.next();
    private final String address = "tcp://127.0.0.1:" + port;
    private final PlayedKey key;
    private final PlayedKey stranger;
    private EmbeddedActiveMQ broker;
    private JMSContext fund;
    private volatile Conduct conduct = Conduct.ANSWERS;

    BrokerPeer(Example example) throws Exception {
        this.example = example;
        this.key = PlayedKey.of(example.id(), "EC");
        this.stranger = PlayedKey.of(example.id(), "EC");
        key.pin(example.keys().resolve("agencies").resolve(example.id() + ".pem"));
        start();
    }

    void start() throws Exception {
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser("vahid", PASSWORD);
        users.addRole("vahid", "all");
        users.addUser("fund", PASSWORD);
        users.addRole("fund", "all");
        Configuration configuration = new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(true)
                .addAcceptorConfiguration("tcp", address)
                .putSecurityRoles(
                        "#",
                        java.util.Set.of(new Role(
                                "all", true, true, true, true, true, true, true, true, true, true, true, true)));
        broker = new EmbeddedActiveMQ()
                .setConfiguration(configuration)
                .setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
        broker.start();
        fund = new ActiveMQConnectionFactory(address, "fund", PASSWORD).createContext();
        fund.createConsumer(fund.createQueue(example.connector().call().queue()))
                .setMessageListener(this::answer);
    }

    void stop() throws Exception {
        fund.close();
        broker.stop();
    }

    private void answer(Message question) {
        try {
            if (conduct == Conduct.SLEEPS) {
                return;
            }
            JsonNode asked = JSON.readTree(((TextMessage) question).getText());
            String sample = conduct == Conduct.KNOWS_NOBODY ? "no-record" : "found";
            ObjectNode reply = (ObjectNode) JSON.readTree(example.folder()
                    .resolve("samples/" + sample + "/reply.json")
                    .toFile());
            reply.put(
                            "fin",
                            conduct == Conduct.MEANS_ANOTHER_CITIZEN
                                    ? OTHER_FIN
                                    : asked.path("fin").asText())
                    .put("time", Instant.now().toString());
            String text = conduct == Conduct.TALKS_WITHOUT_END
                    ? reply.put("more", "x".repeat(100_000)).toString()
                    : reply.toString();
            Message message =
                    conduct == Conduct.MUMBLES ? fund.createObjectMessage(text) : fund.createTextMessage(text);
            message.setStringProperty(
                    example.connector().proof().header(),
                    new PlayedSignatures(conduct == Conduct.IS_A_STRANGER ? stranger : key)
                            .jws(
                                    text.getBytes(StandardCharsets.UTF_8),
                                    asked.path("question").asText()));
            message.setJMSCorrelationID(question.getJMSCorrelationID());
            fund.createProducer().send(question.getJMSReplyTo(), message);
        } catch (JMSException | IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Map<String, String> behave(Conduct next) throws IOException {
        conduct = next;
        return Map.of(
                "vahid.endpoints." + example.id(),
                next == Conduct.IS_AWAY ? "tcp://127.0.0.1:" + FreePort.next() : address,
                "vahid.secrets." + example.id() + ".password",
                next == Conduct.REFUSES ? "guessed" : PASSWORD);
    }

    @Override
    public void close() throws Exception {
        stop();
    }
}

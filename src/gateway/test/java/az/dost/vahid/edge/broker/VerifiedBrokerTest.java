package az.dost.vahid.edge.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.process.FreePort;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code sslEnabled=true} demands of an Artemis, whose acceptor is written as {@code src/packages/install} writes
 * it.
 */
class VerifiedBrokerTest {
    private static final EmbeddedActiveMQ SERVER = new EmbeddedActiveMQ();
    private static final int PORT = FreePort.next();
    private static final int PLAIN = FreePort.next();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() throws Exception {
        DemoKeys keys = new DemoKeys(folder, new Faults());
        Credential own = keys.agency("broker", "RSA");
        keys.agency("stranger", "RSA");
        // As openssl writes it: the key, then its certificate.
        Path both = Files.writeString(
                folder.resolve("vahid.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(own.key().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n" + Files.readString(certificate("broker")));
        SERVER.setConfiguration(new ConfigurationImpl()
                        .setPersistenceEnabled(false)
                        .setSecurityEnabled(false)
                        .addAcceptorConfiguration(
                                "artemis",
                                "tcp://127.0.0.1:" + PORT + "?sslEnabled=true;keyStoreType=PEM;keyStorePath=" + both
                                        + ";protocols=CORE")
                        .addAcceptorConfiguration(
                                "elsewhere",
                                "tcp://127.0.0.2:" + PORT + "?sslEnabled=true;keyStoreType=PEM;keyStorePath=" + both)
                        .addAcceptorConfiguration("plain", "tcp://127.0.0.1:" + PLAIN))
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.stop();
    }

    private static Path certificate(String of) {
        return folder.resolve("agencies").resolve(of + ".pem");
    }

    /** The example's words, for a broker of this test. */
    private static String address(String host, int port, String trusted) {
        return BrokerAddress.example(host)
                .replace(":61616", ":" + port)
                .replace(
                        "/etc/vahid/keys/broker-authority.pem",
                        certificate(trusted).toString());
    }

    private static String sent(String address) {
        try (ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory(address);
                JMSContext context = broker.createContext()) {
            context.createProducer().send(context.createQueue("verified"), "taken");
            return context.createConsumer(context.createQueue("verified")).receiveBody(String.class, 10_000);
        }
    }

    @Test
    void one_that_proves_its_name_takes_messages() {
        assertThat(sent(address("localhost", PORT, "broker"))).isEqualTo("taken");
    }

    @Tag("attack")
    @Test
    void one_with_another_s_certificate_gets_none() {
        assertThatThrownBy(() -> sent(address("localhost", PORT, "stranger"))).isInstanceOf(JMSRuntimeException.class);
    }

    @Tag("attack")
    @Test
    void nor_one_with_another_name() {
        String elsewhere = address("127.0.0.2", PORT, "broker");
        assertThatThrownBy(() -> sent(elsewhere)).isInstanceOf(JMSRuntimeException.class);
        assertThat(sent(elsewhere + "&verifyHost=false"))
                .as("all but its name is right")
                .isEqualTo("taken");
    }

    @Tag("attack")
    @Test
    void nor_one_without_tls() {
        assertThatThrownBy(() -> sent(address("localhost", PLAIN, "broker"))).isInstanceOf(JMSRuntimeException.class);
    }
}

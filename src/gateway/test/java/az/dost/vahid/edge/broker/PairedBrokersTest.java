package az.dost.vahid.edge.broker;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.process.FreePort;
import jakarta.jms.JMSContext;
import jakarta.jms.TextMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pair of brokers of {@code src/packages/cluster}, with the bounds and rights that administrators are told of. */
class PairedBrokersTest {
    private static final String GATEWAY = "gateway";
    private static final String QUEUE = "vahid.lookup";
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private EmbeddedActiveMQ primary;
    private EmbeddedActiveMQ backup;
    private ActiveMQConnectionFactory connections;

    @BeforeEach
    void start() throws Exception {
        int one = FreePort.next();
        int two = FreePort.next();
        connections = new ActiveMQConnectionFactory(
                "(tcp://127.0.0.1:" + one + ",tcp://127.0.0.1:" + two
                        + ")?ha=true&initialConnectAttempts=300&reconnectAttempts=300&retryInterval=200",
                GATEWAY,
                GATEWAY);
        primary = broker(
                "broker-1", one, two, "<primary><check-for-active-server>true</check-for-active-server></primary>");
        backup = broker(
                "broker-2",
                two,
                one,
                "<backup><allow-failback>true</allow-failback><restart-backup>true</restart-backup></backup>");
        Awaitility.await("copy")
                .atMost(LONGEST)
                .until(() -> primary.getActiveMQServer().isReplicaSync());
    }

    private EmbeddedActiveMQ broker(String name, int port, int other, String policy) throws Exception {
        String text = Files.readString(Path.of("src/packages/cluster/broker.xml"));
        for (Map.Entry<String, Object> each : Map.<String, Object>of(
                        "name",
                        name,
                        "folder",
                        folder.resolve(name),
                        "port",
                        port,
                        "other",
                        other,
                        "policy",
                        policy,
                        "password",
                        "pair")
                .entrySet()) {
            text = text.replace("${" + each.getKey() + "}", each.getValue().toString());
        }
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser(GATEWAY, GATEWAY);
        users.addRole(GATEWAY, GATEWAY);
        Path file = Files.writeString(folder.resolve(name + ".xml"), text);
        return new EmbeddedActiveMQ()
                .setConfigResourcePath(file.toUri().toString())
                .setPropertiesResourcePath(Path.of("src/docs/broker.properties").toString())
                .setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users))
                .start();
    }

    @AfterEach
    void stop() throws Exception {
        connections.close();
        for (EmbeddedActiveMQ each : new EmbeddedActiveMQ[] {backup, primary}) {
            if (each != null) {
                each.stop();
            }
        }
    }

    @Test
    void the_gateway_may_ask_it_whether_it_keeps_messages_and_it_does() {
        try (BrokerCheck check = new BrokerCheck(connections, 20_000).begin(true)) {
            assertThat(check.findings()).isEmpty();
        }
    }

    @Test
    void what_one_has_taken_the_other_gives_out_once_the_first_is_lost() throws Exception {
        try (JMSContext context = connections.createContext()) {
            context.createProducer().send(context.createQueue(QUEUE), "kept");
        }
        primary.getActiveMQServer().fail(true);
        try (JMSContext context = connections.createContext()) {
            TextMessage got = (TextMessage)
                    context.createConsumer(context.createQueue(QUEUE)).receive(LONGEST.toMillis());
            assertThat(got).isNotNull();
            assertThat(got.getText()).isEqualTo("kept");
        }
    }
}

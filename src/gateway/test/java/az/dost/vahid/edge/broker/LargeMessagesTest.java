package az.dost.vahid.edge.broker;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("attack")
class LargeMessagesTest {
    private static final int MIB = 1024 * 1024;

    @Test
    void what_is_too_long_or_compressed_is_never_held(@TempDir Path folder) throws Exception {
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ()
                .setConfiguration(new ConfigurationImpl()
                        .setPersistenceEnabled(false)
                        .setSecurityEnabled(false)
                        .setLargeMessagesDirectory(folder.toString())
                        .addAcceptorConfiguration("vm", "vm://77"));
        broker.start();
        try (ActiveMQConnectionFactory sender = new ActiveMQConnectionFactory("vm://77");
                ActiveMQConnectionFactory squeezing = new ActiveMQConnectionFactory("vm://77");
                ActiveMQConnectionFactory guarded = new ActiveMQConnectionFactory("vm://77")) {
            squeezing.setCompressLargeMessage(true);
            BrokerConnections.guard(guarded, MIB);
            String text = "x".repeat(8 * MIB);
            try (JMSContext plain = sender.createContext();
                    JMSContext small = squeezing.createContext();
                    JMSContext receiver = guarded.createContext()) {
                var queue = plain.createQueue("large");
                plain.createProducer().send(queue, text);
                small.createProducer().send(queue, text);
                plain.createProducer().send(queue, "y".repeat(MIB / 2));
                plain.createProducer().send(queue, "good");
                try (var consumer = receiver.createConsumer(queue)) {
                    Message large = consumer.receive(10_000);
                    assertThat(large).isInstanceOf(BytesMessage.class);
                    assertThat(((BytesMessage) large).getBodyLength()).isGreaterThan(8L * MIB);
                    Message inflating = consumer.receive(10_000);
                    assertThat(inflating).isInstanceOf(BytesMessage.class);
                    assertThat(((BytesMessage) inflating).getBodyLength())
                            .as("as it came, not inflated")
                            .isLessThan(MIB);
                    assertThat(consumer.receive(10_000).getBody(String.class)).hasSize(MIB / 2);
                    assertThat(consumer.receive(10_000).getBody(String.class)).isEqualTo("good");
                }
            }
        } finally {
            broker.stop();
        }
    }
}

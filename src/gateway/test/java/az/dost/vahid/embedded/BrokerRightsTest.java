package az.dost.vahid.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.whole.RunningVahid;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.Environment;
import org.springframework.jms.connection.CachingConnectionFactory;

/** Users of the demonstration's broker. */
@Tag("attack")
class BrokerRightsTest {
    private static JMSContext as(String user) {
        return ((CachingConnectionFactory) RunningVahid.get().bean(ConnectionFactory.class))
                .getTargetConnectionFactory()
                .createContext(user, "demo-" + user);
    }

    private static int port() {
        return RunningVahid.get().bean(Environment.class).getRequiredProperty("vahid.mocks.broker.port", Integer.class);
    }

    @ParameterizedTest
    @CsvSource({
        "dost-centre-1, vahid.lookup.dead",
        "dost-centre-1, vahid.parked",
        "dost-centre-1, vahid.events.dead",
        "dost-centre-1, vahid.corrections.answers",
        "dost-centre-1, requester.dost-centre-2.answers",
        "dost-centre-1, requester.dost-centre-1.answers",
        "dost-centre-1, activemq.management",
        "tax, vahid.lookup",
        "tax, vahid.corrections.employment",
        "tax, anything"
    })
    void a_user_sends_to_no_other_queue(String user, String queue) {
        try (JMSContext context = as(user)) {
            assertThatThrownBy(() -> context.createProducer().send(context.createQueue(queue), "x"))
                    .isInstanceOf(JMSRuntimeException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dost-centre-1, vahid.lookup",
        "dost-centre-1, vahid.lookup.dead",
        "dost-centre-1, vahid.parked",
        "dost-centre-1, requester.dost-centre-2.answers",
        "tax, vahid.corrections.answers",
        "tax, vahid.corrections.employment"
    })
    void a_user_reads_no_other_queue(String user, String queue) {
        try (JMSContext context = as(user)) {
            assertThatThrownBy(() ->
                            context.createConsumer(context.createQueue(queue)).receive(100))
                    .isInstanceOf(JMSRuntimeException.class);
        }
    }

    @Test
    void an_agency_answers_corrections_and_fetches_its_own() {
        try (JMSContext context = as("tax")) {
            assertThatCode(() -> context.createProducer()
                            .send(context.createQueue("vahid.corrections.answers"), "no answer"))
                    .doesNotThrowAnyException();
            assertThatCode(() -> context.createConsumer(context.createQueue("vahid.corrections.tax"))
                            .receive(50))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void a_requester_asks_and_is_answered_in_a_queue_of_its_own() throws Exception {
        try (JMSContext context = as("dost-centre-1")) {
            for (var queue : new jakarta.jms.Queue[] {
                context.createQueue("requester.dost-centre-1.rights"), context.createTemporaryQueue()
            }) {
                var answers = context.createConsumer(queue);
                TextMessage request = context.createTextMessage("{");
                request.setStringProperty("Authorization", "Bearer demo-dost-centre-1");
                request.setJMSReplyTo(queue);
                context.createProducer().send(context.createQueue("vahid.lookup"), request);
                assertThat(answers.receiveBody(String.class, 30_000)).contains("REQUEST_MALFORMED");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"nobody, nothing", "gateway, gateway", "dost-centre-1, demo-tax"})
    void a_stranger_does_not_come_in_by_the_port(String user, String password) throws JMSException {
        try (var port = new ActiveMQConnectionFactory("tcp://localhost:" + port())) {
            assertThatThrownBy(() -> port.createContext(user, password).close())
                    .isInstanceOf(JMSRuntimeException.class);
            assertThatThrownBy(() -> port.createContext().close()).isInstanceOf(JMSRuntimeException.class);
        }
    }

    @Test
    void the_port_is_for_this_machine_alone() throws IOException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && address instanceof Inet4Address)
                .toList();
        for (InetAddress address : others) {
            try (Socket socket = new Socket()) {
                assertThatThrownBy(() -> socket.connect(new InetSocketAddress(address, port()), 2_000))
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void a_stranger_does_not_come_in() {
        var factory = ((CachingConnectionFactory) RunningVahid.get().bean(ConnectionFactory.class))
                .getTargetConnectionFactory();
        assertThatThrownBy(() -> factory.createContext("nobody", "nothing").close())
                .isInstanceOf(JMSRuntimeException.class);
        assertThatThrownBy(() -> factory.createContext("gateway", "gateway").close())
                .isInstanceOf(JMSRuntimeException.class);
    }
}

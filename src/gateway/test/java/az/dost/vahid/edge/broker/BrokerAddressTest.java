package az.dost.vahid.edge.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp://broker.example:61616?sslEnabled=true",
                "tcp://broker.example:61616?sslEnabled=TRUE&verifyHost=true&trustAll=false",
                "tcp://broker.example:61616?sslEnabled=false&sslEnabled=true",
                "tcp://broker.example:61616?sslEnabled=true;trustStoreType=PEM;trustStorePath=/etc/ca.pem",
                "(tcp://a.example:61616,tcp://b.example:61616)?ha=true&sslEnabled=true",
                "(tcp://a.example:61616,tcp://localhost:61616)?sslEnabled=true",
                "tcp://localhost:61616",
                "tcp://127.0.0.1:61616?sslEnabled=true&trustAll=true",
                "tcp://[::1]:61616",
                "(tcp://127.0.0.1:1,tcp://127.0.0.2:2)?ha=true&reconnectAttempts=100"
            })
    void a_broker_that_is_verified_or_on_this_machine_is_beyond_doubt(String address) {
        assertThat(BrokerAddress.doubt(address)).isEmpty();
        assertThat(BrokerAddress.readable(address)).isTrue();
    }

    @Tag("attack")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp://broker.example:61616 | does not say sslEnabled=true",
                "tcp://user:secret@broker.example:61616 | does not say sslEnabled=true",
                "tcp://10.0.0.7:61616?sslEnabled=false | does not say sslEnabled=true",
                "tcp://broker.example:61616?sslEnabled=yes | does not say sslEnabled=true",
                "tcp://broker.example:61616?sslenabled=true | does not say sslEnabled=true",
                "tcp://broker.example:61616?sslEnabled=true&sslEnabled=false | does not say sslEnabled=true",
                "tcp://broker.example:61616?user=sslEnabled=true | does not say sslEnabled=true",
                "tcp://localhost.example:61616 | does not say sslEnabled=true",
                "tcp://localhost:61616?host=broker.example | does not say sslEnabled=true",
                "tcp://localhost:61616?socksEnabled=true&socksHost=proxy.example | does not say sslEnabled=true",
                "(tcp://localhost:61616,tcp://b.example:61616)?ha=true | does not say sslEnabled=true",
                "tcp://localhost:61616#tcp://b.example:61616 | does not say sslEnabled=true",
                "(tcp://a.example:1?sslEnabled=true,tcp://b.example:2?trustAll=true)?ha=true | says trustAll=true",
                "tcp://broker.example:61616?sslEnabled=true&trustAll=true | says trustAll=true",
                "(tcp://a.example:1,tcp://b.example:2)?ha=true&sslEnabled=true&trustAll=true | says trustAll=true",
                "tcp://broker.example:61616?sslEnabled=true&verifyHost=false | says verifyHost=false",
                "tcp://broker.example:61616?sslEnabled=true&trustManagerFactoryPlugin=az.example.Any | names a trustManager",
                "vm://0 | is no address",
                "udp://231.7.7.7:9876 | is no address",
                "ssl://broker.example:61616 | is no address",
                "amqps://broker.example:5671 | is no address",
                "tcp://a.example:61616,tcp://b.example:61616 | is no address",
                "(tcp://a.example:61616;sslEnabled=true,tcp://b.example:61616) | is no address",
                "tcp://broker.example?sslEnabled=true | is no address",
                "tcp://bro ker:61616 | is no address",
                "broker:61616 | is no address"
            })
    void one_that_another_could_stand_in_for_is_doubted(String address, String told) {
        assertThat(BrokerAddress.doubt(address)).startsWith(told).doesNotContain("example", "secret");
    }

    @Test
    void the_example_is_one() {
        assertThat(BrokerAddress.doubt(BrokerAddress.example("broker.example"))).isEmpty();
    }
}

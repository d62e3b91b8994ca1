package az.dost.vahid.edge.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.problem.StartException;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jms.connection.CachingConnectionFactory;

@Tag("attack")
class GuardedEndpointsTest {
    private static DefaultCamelContext context() {
        DefaultCamelContext context = new DefaultCamelContext();
        context.getCamelContextExtension().registerEndpointCallback(new GuardedEndpoints(new MessageHeaders()));
        context.getRegistry().bind("broker", new ActiveMQConnectionFactory("tcp://localhost:1"));
        return context;
    }

    @ParameterizedTest
    @ValueSource(strings = {"transferExchange", "transferException", "objectMessageEnabled", "allowSerializedHeaders"})
    void no_endpoint_can_have_java_objects(String option) {
        assertThatThrownBy(() -> context().getEndpoint("jms:queue:a?" + option + "=true"))
                .hasStackTraceContaining(StartException.class.getName());
    }

    @Test
    void nor_by_a_setting_of_the_component() {
        DefaultCamelContext context = context();
        org.apache.camel.component.jms.JmsComponent jms = new org.apache.camel.component.jms.JmsComponent();
        jms.setObjectMessageEnabled(true);
        jms.setTransferExchange(true);
        context.addComponent("jms", jms);
        assertThatThrownBy(() -> context.getEndpoint("jms:queue:a"))
                .hasStackTraceContaining(StartException.class.getName());
    }

    @Test
    void every_endpoint_has_the_one_filter_of_properties() {
        DefaultCamelContext context = context();
        context.getRegistry().bind("loose", new org.apache.camel.component.jms.JmsHeaderFilterStrategy());
        for (Map.Entry<String, String> uri : Map.of(
                        "plain", "jms:queue:a", "loose", "jms:topic:b?headerFilterStrategy=#loose")
                .entrySet()) {
            assertThat(((JmsEndpoint) context.getEndpoint(uri.getValue())).getHeaderFilterStrategy())
                    .as(uri.getKey())
                    .isInstanceOf(MessageHeaders.class);
        }
    }

    @Test
    void a_connection_makes_no_class_of_what_a_broker_brings_however_it_is_wrapped() {
        ActiveMQConnectionFactory artemis = new ActiveMQConnectionFactory("tcp://localhost:1");
        new BrokerConnections().postProcessBeforeInitialization(new CachingConnectionFactory(artemis), "any");
        assertThat(artemis.getDeserializationDenyList()).isEqualTo("*");
    }
}

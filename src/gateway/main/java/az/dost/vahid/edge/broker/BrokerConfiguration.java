package az.dost.vahid.edge.broker;

import jakarta.jms.ConnectionFactory;
import org.apache.camel.spi.EndpointStrategy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {
    @Bean
    static BrokerConnections brokerConnections() {
        return new BrokerConnections();
    }

    @Bean
    BrokerCheck brokerCheck(ConnectionFactory broker, @Value("${vahid.broker.durable}") boolean durable) {
        return new BrokerCheck(broker).begin(durable);
    }

    @Bean
    Backlogs backlogs(ConnectionFactory broker) {
        return new Backlogs(broker);
    }

    @Bean
    EndpointStrategy guardedEndpoints() {
        return new GuardedEndpoints(new MessageHeaders());
    }
}

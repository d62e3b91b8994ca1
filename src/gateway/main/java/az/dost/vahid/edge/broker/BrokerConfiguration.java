package az.dost.vahid.edge.broker;

import az.dost.vahid.wiring.Beans;
import jakarta.jms.ConnectionFactory;
import org.apache.camel.spi.EndpointStrategy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@Beans({Backlogs.class, BrokerConnections.class})
class BrokerConfiguration {
    @Bean
    BrokerCheck brokerCheck(ConnectionFactory broker, @Value("${vahid.broker.durable}") boolean durable) {
        return new BrokerCheck(broker).begin(durable);
    }

    @Bean
    EndpointStrategy guardedEndpoints() {
        return new GuardedEndpoints(new MessageHeaders());
    }
}

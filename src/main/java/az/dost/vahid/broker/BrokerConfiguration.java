package az.dost.vahid.broker;

import org.apache.camel.spi.EndpointStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {
    @Bean
    static BrokerConnections brokerConnections() {
        return new BrokerConnections();
    }

    @Bean
    EndpointStrategy guardedEndpoints() {
        return new GuardedEndpoints(new MessageHeaders());
    }
}

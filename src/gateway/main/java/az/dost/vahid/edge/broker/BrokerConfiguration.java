package az.dost.vahid.edge.broker;

import az.dost.vahid.wiring.Beans;
import jakarta.jms.ConnectionFactory;
import org.apache.camel.spi.EndpointStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrokerSettings.class)
@Beans({Backlogs.class, BrokerConnections.class})
class BrokerConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerConfiguration.class);

    @Bean
    BrokerCheck brokerCheck(
            ConnectionFactory broker, BrokerSettings settings, @Value("${spring.artemis.broker-url:}") String address) {
        // The demonstration has its own, without an address.
        if (!address.isBlank() && !BrokerAddress.doubt(address).isEmpty()) {
            LOG.warn("The broker is not verified, since vahid.broker.unverified says: {}", settings.unverified());
        }
        return new BrokerCheck(broker).begin(settings.durable());
    }

    @Bean
    EndpointStrategy guardedEndpoints() {
        return new GuardedEndpoints(new MessageHeaders());
    }
}

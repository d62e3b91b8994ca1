package az.dost.vahid.embedded;

import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.artemis.autoconfigure.ArtemisConfigurationCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Redelivery in the broker of the default run; an external one is given the same settings by its administrator. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.artemis.mode", havingValue = "embedded")
class EmbeddedBrokerConfiguration {
    /** The gateway lays poison aside itself, with its reason; the broker only where the gateway never gets that far. */
    private static final int SPARE_DELIVERIES = 5;
    private static final int GROUP_BUCKETS = 1024;

    /**
     * The gateway itself says when a delivery is given up, and a delay before redelivery would let later events pass; one
     * citizen's events stay with one consumer, by buckets, since there are too many citizens to remember each.
     */
    @Bean
    ArtemisConfigurationCustomizer eventAddress() {
        AddressSettings settings = new AddressSettings().setMaxDeliveryAttempts(-1).setRedeliveryDelay(0)
                .setDefaultGroupBuckets(GROUP_BUCKETS).setAutoDeleteQueues(false).setAutoDeleteAddresses(false);
        return configuration -> configuration.addAddressSetting("vahid.events", settings);
    }

    @Bean
    ArtemisConfigurationCustomizer lookupQueue(@Value("${vahid.jms.max-deliveries}") int maxDeliveries,
            @Value("${vahid.jms.redelivery-delay-ms}") long delayMs) {
        AddressSettings settings = new AddressSettings().setDeadLetterAddress(SimpleString.of("vahid.lookup.dead"))
                .setMaxDeliveryAttempts(maxDeliveries + SPARE_DELIVERIES).setRedeliveryDelay(delayMs).setRedeliveryMultiplier(2);
        return configuration -> configuration.addAddressSetting("vahid.lookup", settings);
    }
}

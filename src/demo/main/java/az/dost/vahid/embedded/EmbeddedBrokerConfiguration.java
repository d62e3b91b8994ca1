package az.dost.vahid.embedded;

import az.dost.vahid.problem.StartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.UUID;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.artemis.autoconfigure.ArtemisConfigurationCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jms.connection.CachingConnectionFactory;

/** The broker of the default run: bounds and rights; an external one is given the same by its administrator. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedeliverySettings.class)
@ConditionalOnProperty(name = "spring.artemis.mode", havingValue = "embedded")
class EmbeddedBrokerConfiguration {
    private static final long FREE_DISK = 256L * 1024 * 1024;

    @Bean
    ArtemisConfigurationCustomizer brokerBounds(RedeliverySettings settings) {
        return configuration -> BrokerBounds.of(settings.maxDeliveries(), settings.redeliveryDelayMs())
                .forEach(configuration::addAddressSetting);
    }

    /**
     * A broker takes nothing more, and keeps its senders waiting, when its disk is nearly full. By default that is a
     * share of the whole disk, which on a developer's machine others fill: here what is left counts.
     */
    @Bean
    ArtemisConfigurationCustomizer brokerDisk() {
        return configuration -> configuration.setMaxDiskUsage(-1).setMinDiskFree(FREE_DISK);
    }

    /** For programs beside this one. On this machine only: everybody knows the users' passwords. */
    @Bean
    @ConditionalOnProperty("vahid.mocks.broker.port")
    ArtemisConfigurationCustomizer brokerPort(@Value("${vahid.mocks.broker.port}") int port) {
        return configuration -> {
            try {
                new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
                configuration.addAcceptorConfiguration("programs", "tcp://localhost:" + port + "?protocols=CORE");
            } catch (IOException e) {
                throw new StartException("Port " + port + " is taken: set vahid.mocks.broker.port to another one", e);
            } catch (Exception e) {
                throw new IllegalStateException("The broker has no such port", e);
            }
        };
    }

    @Bean
    ArtemisConfigurationCustomizer brokerRights(Environment settings) {
        return configuration -> BrokerRights.grant(
                configuration,
                users(settings, "requesters").keySet(),
                users(settings, "agencies").keySet());
    }

    /** The gateway's own password is made anew at each start, and leaves the process nowhere. */
    @Bean
    static BeanPostProcessor brokerUsers(Environment settings) {
        String secret = UUID.randomUUID().toString();
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof EmbeddedActiveMQ broker) {
                    broker.setSecurityManager(new ActiveMQJAASSecurityManager(
                            InVMLoginModule.class.getName(),
                            BrokerRights.users(secret, users(settings, "requesters"), users(settings, "agencies"))));
                } else if (bean instanceof CachingConnectionFactory cached
                        && cached.getTargetConnectionFactory() instanceof ActiveMQConnectionFactory factory) {
                    factory.setUser(BrokerRights.GATEWAY).setPassword(secret);
                }
                return bean;
            }
        };
    }

    private static Map<String, String> users(Environment settings, String kind) {
        return Binder.get(settings)
                .bind("vahid.mocks.broker." + kind, Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
    }
}

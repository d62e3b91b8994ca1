package az.dost.vahid.demo;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/** An Artemis broker without a gateway, by its own broker.xml: for a cluster on one machine. */
class BrokerAlone {
    /**
     * @param configuration a broker.xml
     * @param properties further settings of Artemis, blank for none
     * @param users lines {@code user=password,role,...}
     */
    @Bean(initMethod = "start", destroyMethod = "stop")
    EmbeddedActiveMQ broker(
            @Value("${broker.configuration}") Path configuration,
            @Value("${broker.properties:}") String properties,
            @Value("${broker.users}") Path users)
            throws IOException {
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ()
                .setConfigResourcePath(configuration.toUri().toString())
                .setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users(users)));
        return properties.isBlank() ? broker : broker.setPropertiesResourcePath(properties);
    }

    private static SecurityConfiguration users(Path file) throws IOException {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        SecurityConfiguration users = new SecurityConfiguration();
        lines.stringPropertyNames().forEach(user -> {
            String[] parts = lines.getProperty(user).split(",");
            users.addUser(user, parts[0].strip());
            Arrays.stream(parts).skip(1).forEach(role -> users.addRole(user, role.strip()));
        });
        return users;
    }
}

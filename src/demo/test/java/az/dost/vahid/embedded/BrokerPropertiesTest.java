package az.dost.vahid.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.process.FreePort;
import java.nio.file.Path;
import java.util.Set;
import org.apache.activemq.artemis.api.core.management.SimpleManagement;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What administrators are told of a broker is what the demonstration's broker has. */
class BrokerPropertiesTest {
    private static final String FILE = Path.of("src/docs/broker.properties").toString();
    /** The role of the user that "artemis create" makes; the demonstration has none. */
    private static final String ADMINISTRATORS = "amq";

    private final ConfigurationImpl told = new ConfigurationImpl();

    private void read() throws Exception {
        told.parseProperties(FILE);
        assertThat(told.getStatus()).doesNotContain("\"errors\":[{");
    }

    @Test
    void the_page_of_an_external_broker_has_the_same_bounds() throws Exception {
        read();
        assertThat(told.getAddressSettings()).isEqualTo(BrokerBounds.of(4, 500));
    }

    @Test
    void every_queue_has_a_bound() throws Exception {
        assertThat(BrokerBounds.of(4, 500)).containsKey("#").allSatisfy((queue, settings) -> {
            AddressSettings whole = settings;
            assertThat(whole.getMaxSizeBytes()).as(queue).isPositive();
            assertThat(whole.getMaxDeliveryAttempts()).as(queue).isPositive();
        });
    }

    @Test
    void the_same_rights_too() throws Exception {
        read();
        ConfigurationImpl demonstration = new ConfigurationImpl();
        BrokerRights.grant(demonstration, Set.of(), Set.of());
        assertThat(told.getTemporaryQueueNamespace()).isEqualTo(demonstration.getTemporaryQueueNamespace());
        demonstration
                .getSecurityRoles()
                .forEach((match, roles) -> assertThat(told.getSecurityRoles().get(match).stream()
                                .filter(role -> !role.getName().equals(ADMINISTRATORS)))
                        .as(match)
                        .extracting(Role::getName, Role::isSend, Role::isConsume)
                        .containsExactlyInAnyOrderElementsOf(roles.stream()
                                .map(role -> org.assertj.core.groups.Tuple.tuple(
                                        role.getName(), role.isSend(), role.isConsume()))
                                .toList()));
    }

    /** As {@code artemis queue stat} asks; it waited for ever for an answer that it might not fetch. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void an_administrators_tools_are_answered() throws Exception {
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser("admin", "secret");
        users.addRole("admin", ADMINISTRATORS);
        String address = "tcp://127.0.0.1:" + FreePort.next();
        ConfigurationImpl made = new ConfigurationImpl();
        // What the broker.xml has that "artemis create" makes.
        made.putSecurityRoles(
                "#",
                Set.of(new Role(
                        ADMINISTRATORS, true, true, true, true, true, true, true, true, true, true, false, false)));
        made.parseProperties(FILE);
        made.setPersistenceEnabled(false).addAcceptorConfiguration("tcp", address);
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ()
                .setConfiguration(made)
                .setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
        broker.start();
        try (SimpleManagement tools = new SimpleManagement(address, "admin", "secret").open()) {
            assertThat(tools.simpleManagement("broker", "listQueues", "", 1, 50))
                    .contains("\"count\"");
        } finally {
            broker.stop();
        }
    }
}

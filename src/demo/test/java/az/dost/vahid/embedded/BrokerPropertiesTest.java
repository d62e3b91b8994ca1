package az.dost.vahid.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.junit.jupiter.api.Test;

/** What administrators are told of a broker is what the demonstration's broker has. */
class BrokerPropertiesTest {
    private final ConfigurationImpl told = new ConfigurationImpl();

    private void read() throws Exception {
        told.parseProperties(Path.of("src/docs/broker.properties").toString());
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
                .forEach((match, roles) -> assertThat(told.getSecurityRoles().get(match))
                        .as(match)
                        .extracting(Role::getName, Role::isSend, Role::isConsume)
                        .containsExactlyInAnyOrderElementsOf(roles.stream()
                                .map(role -> org.assertj.core.groups.Tuple.tuple(
                                        role.getName(), role.isSend(), role.isConsume()))
                                .toList()));
    }
}

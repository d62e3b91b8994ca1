package az.dost.vahid.edge.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.problem.StartException;
import az.dost.vahid.process.FreePort;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that loses what it has taken stops a start; one that is away does not. */
class BrokerCheckTest {
    private static final String GATEWAY = "gateway";

    @TempDir
    Path folder;

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private String address;

    @BeforeEach
    void findPort() throws Exception {
        address = "tcp://127.0.0.1:" + FreePort.next();
    }

    @AfterEach
    void stop() throws Exception {
        if (server.getActiveMQServer() != null) {
            server.stop();
        }
    }

    private void start(Consumer<Configuration> more) throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setMaxDiskUsage(-1)
                .setSecurityEnabled(false)
                .addAcceptorConfiguration("tcp", address)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString());
        more.accept(configuration);
        server.setConfiguration(configuration).start();
    }

    private BrokerCheck check() {
        return new BrokerCheck(new ActiveMQConnectionFactory(address, GATEWAY, GATEWAY), 20_000);
    }

    @Test
    void one_that_keeps_messages_on_its_disk_is_joined() throws Exception {
        start(configuration -> {});
        try (BrokerCheck check = check().begin(true)) {
            assertThat(check.findings()).isEmpty();
            assertThat(check.health().getDetails()).containsEntry("asked", true);
        }
    }

    @Test
    void one_that_keeps_them_in_memory_is_not() throws Exception {
        start(configuration -> configuration.setPersistenceEnabled(false));
        assertThatThrownBy(() -> check().begin(true))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("persistence-enabled is false")
                .hasMessageContaining("vahid.broker.durable")
                .hasMessageNotContaining("\n");
    }

    @Test
    void nor_one_that_does_not_wait_for_its_disk() throws Exception {
        start(configuration -> configuration.setJournalSyncTransactional(false));
        assertThatThrownBy(() -> check().begin(true))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("journal-sync-transactional is false");
    }

    @Test
    void where_an_operator_said_that_it_may_it_is_told() throws Exception {
        start(configuration -> configuration.setPersistenceEnabled(false));
        try (BrokerCheck check = check().begin(false)) {
            assertThat(check.health().getStatus().getCode()).isEqualTo("WARNING");
        }
    }

    @Test
    void one_that_does_not_let_the_gateway_ask_is_told() throws Exception {
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser(GATEWAY, GATEWAY);
        users.addRole(GATEWAY, GATEWAY);
        server.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
        start(configuration -> configuration
                .setSecurityEnabled(true)
                .putSecurityRoles(
                        "#",
                        Set.of(new Role(
                                GATEWAY, true, true, true, true, true, true, false, true, true, true, false, false))));
        try (BrokerCheck check = check().begin(true)) {
            assertThat(check.findings()).containsExactly(KeptMessages.FORBIDDEN);
        }
    }

    @Test
    void one_that_is_away_is_asked_once_it_is_back() throws Exception {
        try (BrokerCheck check = check().begin(true)) {
            assertThat(check.health().getDetails()).containsEntry("asked", false);
            assertThat(check.health().getStatus().getCode()).isEqualTo("UP");
            start(configuration -> configuration.setPersistenceEnabled(false));
            check.look();
            assertThat(check.findings()).anySatisfy(line -> assertThat(line).startsWith("persistence-enabled"));
        }
    }
}

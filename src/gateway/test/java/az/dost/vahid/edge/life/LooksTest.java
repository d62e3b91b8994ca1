package az.dost.vahid.edge.life;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.process.FreePort;
import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.sources.ingest.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.net.ServerSocket;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jms.connection.CachingConnectionFactory;

/** What a look at a database or a broker sees. */
@Timeout(60)
class LooksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Test
    void a_database_whose_connections_are_all_in_use_is_there() throws Exception {
        try (HikariDataSource pool = RecordDatabase.create();
                DatabaseLook look = new DatabaseLook(pool, PATIENCE)) {
            List<Connection> used = new ArrayList<>();
            for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
                used.add(pool.getConnection());
            }
            assertThatCode(look::look).doesNotThrowAnyException();
            for (Connection connection : used) {
                connection.close();
            }
        }
    }

    @Test
    void a_database_that_nobody_serves_is_not() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:postgresql://localhost:1/vahid?user=vahid");
            try (DatabaseLook look = new DatabaseLook(pool, PATIENCE)) {
                assertThatThrownBy(look::look).isInstanceOf(java.sql.SQLException.class);
            }
        }
    }

    @Test
    void a_database_that_takes_the_connection_and_never_answers_is_given_up() throws Exception {
        try (ServerSocket silent = new ServerSocket(0);
                HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:postgresql://localhost:" + silent.getLocalPort() + "/vahid?user=vahid");
            try (DatabaseLook look = new DatabaseLook(pool, PATIENCE)) {
                assertThatThrownBy(look::look).isInstanceOf(java.sql.SQLException.class);
            }
        }
    }

    @Test
    void a_broker_that_nobody_serves_is_not_there() {
        try (ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory("tcp://localhost:1");
                BrokerLook look = new BrokerLook(new CachingConnectionFactory(broker))) {
            assertThatThrownBy(look::look).isInstanceOf(jakarta.jms.JMSException.class);
        }
    }

    @Test
    void a_broker_that_refuses_the_login_is_told_so_and_not_as_away() throws Exception {
        String address = "tcp://127.0.0.1:" + FreePort.next();
        EmbeddedActiveMQ server = new EmbeddedActiveMQ();
        server.setSecurityManager(
                new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), new SecurityConfiguration()));
        server.setConfiguration(
                        new ConfigurationImpl().setPersistenceEnabled(false).addAcceptorConfiguration("tcp", address))
                .start();
        try (ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory(address, "gateway", "wrong");
                BrokerLook look = new BrokerLook(new CachingConnectionFactory(broker))) {
            assertThatThrownBy(look::look)
                    .isInstanceOf(Outside.RefusedException.class)
                    .hasMessage("refuses the login of spring.artemis.user");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_database_that_refuses_the_login_is_told_so_and_not_as_away() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(TestDatabase.create().replaceFirst("[?].*", "?user=nobody"));
            try (DatabaseLook look = new DatabaseLook(pool, PATIENCE)) {
                assertThatThrownBy(look::look)
                        .isInstanceOf(Outside.RefusedException.class)
                        .hasMessage("refuses the login of spring.datasource.username");
            }
        }
    }
}

package az.dost.vahid.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.process.FreePort;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.artemis.autoconfigure.ArtemisAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EmbeddedBrokerConfigurationTest {
    @TempDir
    Path data;

    private final ApplicationContextRunner gateway = new ApplicationContextRunner()
            .withPropertyValues("spring.profiles.active=mocks")
            .withInitializer(new ConfigDataApplicationContextInitializer());

    @Test
    void beside_an_external_broker_none_is_started() {
        gateway.withConfiguration(AutoConfigurations.of(ArtemisAutoConfiguration.class))
                .withPropertyValues("spring.artemis.mode=native")
                .run(started -> assertThat(started)
                        .hasSingleBean(ConnectionFactory.class)
                        .doesNotHaveBean(EmbeddedActiveMQ.class));
    }

    @Test
    void the_demonstration_has_its_own_broker() {
        gateway.run(started -> assertThat(
                        started.getEnvironment().getProperty("spring.artemis.embedded.enabled", Boolean.class))
                .isTrue());
    }

    @Test
    void however_its_mode_is_spelt() {
        gateway.withPropertyValues("spring.artemis.mode=EMBEDDED")
                .run(started -> assertThat(
                                started.getEnvironment().getProperty("spring.artemis.embedded.enabled", Boolean.class))
                        .isTrue());
    }

    @Test
    void a_disk_that_others_fill_does_not_keep_its_senders_waiting() {
        gateway.withConfiguration(AutoConfigurations.of(ArtemisAutoConfiguration.class))
                .withUserConfiguration(EmbeddedBrokerConfiguration.class)
                .withPropertyValues(
                        "spring.artemis.mode=embedded",
                        "vahid.data=" + data,
                        "vahid.mocks.broker.port=" + FreePort.next())
                .run(started -> {
                    Configuration broker = started.getBean(Configuration.class);
                    assertThat(broker.getMaxDiskUsage()).isEqualTo(-1);
                    assertThat(broker.getMinDiskFree()).isEqualTo(256L * 1024 * 1024);
                });
    }

    @Test
    void a_port_that_is_taken_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            gateway.withConfiguration(AutoConfigurations.of(ArtemisAutoConfiguration.class))
                    .withUserConfiguration(EmbeddedBrokerConfiguration.class)
                    .withPropertyValues(
                            "spring.artemis.mode=embedded",
                            "vahid.data=" + data,
                            "vahid.mocks.broker.port=" + taken.getLocalPort())
                    .run(started -> assertThat(started)
                            .getFailure()
                            .rootCause()
                            .isInstanceOf(BindException.class)
                            .satisfies(cause -> assertThat(started.getStartupFailure())
                                    .hasStackTraceContaining("Port " + taken.getLocalPort()
                                            + " is taken: set vahid.mocks.broker.port to another one")));
        }
    }
}

package az.dost.vahid.app;

import az.dost.vahid.edge.start.StartCheck;
import az.dost.vahid.journeys.tally.Rebuild;
import az.dost.vahid.logging.HiddenSecrets;
import az.dost.vahid.proof.anchor.Restoration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.beans.BeansException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.NestedExceptionUtils;

/**
 * The record without a gateway: its database, keys and anchors, for a command. It is no configuration of a gateway, so
 * that none finds it.
 */
@ComponentScan(
        basePackages = {
            "az.dost.vahid.job",
            "az.dost.vahid.signature",
            "az.dost.vahid.proof.trust",
            "az.dost.vahid.proof.record",
            "az.dost.vahid.proof.anchor",
            "az.dost.vahid.journeys.tally"
        },
        resourcePattern = "**/*Configuration.class")
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
class RecordAlone {
    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    /**
     * Here and not in the command, which is described without a framework.
     *
     * @return what the entry says; null when the record could not be opened, which has been reported as that of a
     *     gateway's start is
     */
    static String restored(List<String> settings, String by, String because) throws IOException {
        try (ConfigurableApplicationContext context = open(settings)) {
            return context == null
                    ? null
                    : context.getBean(Restoration.class).carryOn(by, because).told();
        } catch (BeansException e) {
            throw failed(e);
        }
    }

    /** The same of counting a month again. */
    static Rebuild.Outcome rebuilt(List<String> settings, YearMonth month) {
        try (ConfigurableApplicationContext context = open(settings)) {
            return context == null ? null : context.getBean(Rebuild.class).of(month);
        } catch (BeansException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(BeansException e) {
        return new IllegalStateException(
                HiddenSecrets.in(String.valueOf(
                        NestedExceptionUtils.getMostSpecificCause(e).getMessage())),
                e);
    }

    private static ConfigurableApplicationContext open(List<String> settings) {
        SpringApplication application = new SpringApplication(RecordAlone.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        // Only what a command needs is made: no agency is called and nothing is listened to.
        application.setLazyInitialization(true);
        application.setLogStartupInfo(false);
        application.addInitializers(new StartCheck());
        // That roots are missing is what it tells itself.
        application.setDefaultProperties(Map.of("logging.level.az.dost.vahid.proof.trust", "OFF"));
        try {
            return application.run(settings.toArray(String[]::new));
        } catch (RuntimeException e) {
            return null;
        }
    }
}

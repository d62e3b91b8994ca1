package az.dost.vahid;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The record without a gateway: its database, keys and anchors, for a command. It is no configuration of a gateway, so that none finds it. */
@ComponentScan(basePackages = {"az.dost.vahid.signature", "az.dost.vahid.trust", "az.dost.vahid.record", "az.dost.vahid.anchor"},
        resourcePattern = "**/*Configuration.class")
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, FlywayAutoConfiguration.class})
class RecordAlone {
    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }
}

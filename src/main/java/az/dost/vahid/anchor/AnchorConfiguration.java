package az.dost.vahid.anchor;

import az.dost.vahid.trust.ChangedRows;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class AnchorConfiguration {
    @Bean
    Anchors anchors(JdbcTemplate jdbc, ChangedRows changed, MeterRegistry meters, Environment settings) {
        return new Anchors(jdbc, AnchorPlace.of(settings), changed, meters);
    }
}

package az.dost.vahid.sources.repeat;

import az.dost.vahid.proof.trust.RowTrust;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class RepeatConfiguration {
    @Bean
    FirstResults firstResults(JdbcTemplate jdbc, RowTrust trust) {
        return new FirstResults(jdbc, trust);
    }
}

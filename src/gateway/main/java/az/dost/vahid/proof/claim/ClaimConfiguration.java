package az.dost.vahid.proof.claim;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class ClaimConfiguration {
    @Bean(destroyMethod = "close")
    LeaseKeeper leaseKeeper(
            JdbcTemplate jdbc,
            @Value("${vahid.claims.lease-ms}") long leaseMs,
            @Value("${vahid.claims.renew-every-ms}") long everyMs) {
        return new LeaseKeeper(jdbc, Duration.ofMillis(leaseMs), Duration.ofMillis(everyMs));
    }

    @Bean
    OnceInCluster onceInCluster(JdbcTemplate jdbc, LeaseKeeper leases) {
        return new OnceInCluster(jdbc, leases);
    }

    @Bean
    DatabaseClock databaseClock(JdbcTemplate jdbc) {
        return new DatabaseClock(jdbc);
    }
}

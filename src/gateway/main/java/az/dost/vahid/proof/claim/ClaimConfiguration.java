package az.dost.vahid.proof.claim;

import az.dost.vahid.job.Jobs;
import az.dost.vahid.wiring.Beans;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClaimSettings.class)
@Beans({DatabaseClock.class, OnceInCluster.class, RouteJobs.class})
class ClaimConfiguration {
    @Bean(destroyMethod = "close")
    LeaseKeeper leaseKeeper(JdbcTemplate jdbc, ClaimSettings settings, Jobs jobs) {
        return new LeaseKeeper(
                jdbc, Duration.ofMillis(settings.leaseMs()), Duration.ofMillis(settings.renewEveryMs()), jobs);
    }
}

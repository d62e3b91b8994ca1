package az.dost.vahid.proof.claim;

import az.dost.vahid.job.Bells;
import az.dost.vahid.job.Jobs;
import az.dost.vahid.wiring.Beans;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClaimSettings.class)
@Beans({Bells.class, DatabaseClock.class, OnceInCluster.class, RouteJobs.class})
class ClaimConfiguration {
    @Bean(destroyMethod = "close")
    LeaseKeeper leaseKeeper(JdbcTemplate jdbc, ClaimSettings settings, Jobs jobs) {
        return new LeaseKeeper(
                jdbc, Duration.ofMillis(settings.leaseMs()), Duration.ofMillis(settings.renewEveryMs()), jobs);
    }

    @Bean(destroyMethod = "close")
    Listener listener(Bells bells, LeaseKeeper leases, JdbcTemplate jdbc, ClaimSettings settings, Jobs jobs)
            throws SQLException {
        HikariDataSource pool = jdbc.getDataSource().unwrap(HikariDataSource.class);
        return new Listener(bells, leases, pool, pool, settings, jobs);
    }

    /** One for each route. */
    @Bean
    @Scope("prototype")
    WokenRounds woken(Listener listener) {
        return listener.woken();
    }
}

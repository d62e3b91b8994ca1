package az.dost.vahid.edge.life;

import az.dost.vahid.job.Jobs;
import az.dost.vahid.proof.member.OwnStatus;
import az.dost.vahid.wiring.Beans;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The health's {@code database} and {@code broker} stand in the place of Spring's {@code db} and {@code jms}, which
 * wait for whom they ask.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HealthSettings.class)
@Beans({BrokerLook.class, Surroundings.class})
class LifeConfiguration {
    private static final Status WARNING = new Status("WARNING");

    @Bean(destroyMethod = "close")
    DatabaseLook databaseLook(DataSource pool, HealthSettings settings) throws SQLException {
        return new DatabaseLook(pool.unwrap(HikariDataSource.class), settings.patience());
    }

    @Bean(destroyMethod = "close")
    Outside database(DatabaseLook look, HealthSettings settings, Jobs jobs) {
        return Outside.of("database", look, Status.DOWN, settings.every(), settings.patience(), jobs);
    }

    /** Lookups need none, and what does waits until it is back. */
    @Bean(destroyMethod = "close")
    Outside broker(BrokerLook look, HealthSettings settings, Jobs jobs) {
        return Outside.of("broker", look, WARNING, settings.every(), settings.patience(), jobs);
    }

    @Bean
    Readiness readiness(
            ApplicationAvailability availability, @Qualifier("database") Outside database, OwnStatus telling) {
        Readiness readiness = new Readiness(availability, database);
        telling.ready(readiness::ready);
        return readiness;
    }
}

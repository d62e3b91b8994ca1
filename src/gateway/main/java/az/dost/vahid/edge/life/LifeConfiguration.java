package az.dost.vahid.edge.life;

import az.dost.vahid.proof.member.Telling;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.jms.ConnectionFactory;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The health's {@code database} and {@code broker} stand in the place of Spring's {@code db} and {@code jms}, which
 * wait for whom they ask.
 */
@Configuration(proxyBeanMethods = false)
class LifeConfiguration {
    private static final Status WARNING = new Status("WARNING");

    @Bean(destroyMethod = "close")
    DatabaseLook databaseLook(DataSource pool, @Value("${vahid.health.patience-ms}") long patienceMs)
            throws SQLException {
        return new DatabaseLook(pool.unwrap(HikariDataSource.class), Duration.ofMillis(patienceMs));
    }

    @Bean(destroyMethod = "close")
    BrokerLook brokerLook(ConnectionFactory shared) {
        return new BrokerLook(shared);
    }

    @Bean(destroyMethod = "close")
    Outside database(
            DatabaseLook look,
            @Value("${vahid.health.every-ms}") long everyMs,
            @Value("${vahid.health.patience-ms}") long patienceMs) {
        return Outside.of("database", look, Status.DOWN, Duration.ofMillis(everyMs), Duration.ofMillis(patienceMs));
    }

    /** Lookups need none, and what does waits until it is back. */
    @Bean(destroyMethod = "close")
    Outside broker(
            BrokerLook look,
            @Value("${vahid.health.every-ms}") long everyMs,
            @Value("${vahid.health.patience-ms}") long patienceMs) {
        return Outside.of("broker", look, WARNING, Duration.ofMillis(everyMs), Duration.ofMillis(patienceMs));
    }

    @Bean
    Readiness readiness(
            ApplicationAvailability availability, @Qualifier("database") Outside database, Telling telling) {
        Readiness readiness = new Readiness(availability, database);
        telling.ready(readiness::ready);
        return readiness;
    }

    @Bean
    Surroundings surroundings(@Qualifier("database") Outside database, @Qualifier("broker") Outside broker) {
        return new Surroundings(database, broker);
    }
}

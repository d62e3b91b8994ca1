package az.dost.vahid.embedded;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database of the demonstration, by the setting {@code spring.datasource.url=embedded}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", havingValue = "embedded")
class EmbeddedConfiguration {
    @Bean(destroyMethod = "close")
    EmbeddedDatabase embeddedDatabase(@Value("${vahid.data}") Path data) {
        return new EmbeddedDatabase(data.resolve("postgresql"));
    }

    @Bean
    DataSource dataSource(
            EmbeddedDatabase database, @Value("${spring.datasource.hikari.maximum-pool-size}") int connections) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(database.url());
        source.setMaximumPoolSize(connections);
        return source;
    }
}

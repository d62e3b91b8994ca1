package az.dost.vahid.proof.trust;

import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.MasterKeys;
import az.dost.vahid.signature.key.RowSeals;
import az.dost.vahid.wiring.Beans;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Durability.class)
@Beans({BeforeTables.class, ChangedRows.class, RowTrust.class})
class TrustConfiguration {
    @Bean
    RowSeals rowSeals(JdbcTemplate jdbc, CryptoProvider crypto, MasterKeys master) {
        return RowKey.of(jdbc, master).by(crypto);
    }

    @Bean
    UnsealedUntil unsealedUntil(Environment settings) {
        return UnsealedUntil.of(settings);
    }

    @Bean
    DatabaseCheck databaseCheck(
            JdbcTemplate jdbc, @Value("${spring.datasource.url:}") String url, Durability durability) {
        return new DatabaseCheck(jdbc, url.equals("embedded"), durability);
    }

    @Bean
    MeterBinder databaseFindings(DatabaseCheck check) {
        return meters -> Gauge.builder(
                        "vahid.database.findings", check, its -> its.findings().size())
                .description("What of the database makes the gateway's promises weaker than they are")
                .register(meters);
    }
}

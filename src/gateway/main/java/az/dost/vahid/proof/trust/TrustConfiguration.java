package az.dost.vahid.proof.trust;

import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.MasterKeys;
import az.dost.vahid.signature.key.RowSeals;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class TrustConfiguration {
    @Bean
    RowSeals rowSeals(JdbcTemplate jdbc, CryptoProvider crypto, @Value("${vahid.record.master-key}") Path masterKey) {
        return RowKey.of(jdbc, MasterKeys.of(masterKey, crypto)).by(crypto);
    }

    @Bean
    RowTrust rowTrust(RowSeals seals, ChangedRows changed, Environment settings) {
        return new RowTrust(seals, changed, UnsealedUntil.of(settings));
    }

    @Bean
    static Durability durability(
            @Value("${vahid.database.durable}") boolean durable, @Value("${vahid.database.standbys}") int standbys) {
        return new Durability(durable, standbys);
    }

    @Bean
    static BeforeTables beforeTables(Durability durability) {
        return new BeforeTables(durability);
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

    @Bean
    ChangedRows changedRows(MeterRegistry meters) {
        return new ChangedRows(meters);
    }
}

package az.dost.vahid.ingest.snapshot;

import az.dost.vahid.ingest.drop.Backlog;
import az.dost.vahid.signature.key.CryptoProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What lookups and containers need of the files that were loaded. */
@Configuration(proxyBeanMethods = false)
class SnapshotConfiguration {
    @Bean
    Snapshots snapshots(JdbcTemplate database, Backlog backlog) {
        return new Snapshots(database, backlog);
    }

    @Bean
    FileProofs fileProofs(JdbcTemplate database, CryptoProvider crypto) {
        return new FileProofs(database, crypto);
    }
}

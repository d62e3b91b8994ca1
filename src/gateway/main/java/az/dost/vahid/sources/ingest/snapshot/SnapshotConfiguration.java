package az.dost.vahid.sources.ingest.snapshot;

import az.dost.vahid.figures.Figure;
import az.dost.vahid.proof.trust.ChangedRows;
import az.dost.vahid.proof.trust.UnsealedUntil;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.RowSeals;
import az.dost.vahid.sources.ingest.drop.Backlog;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** What lookups and containers need of the files that were loaded. */
@Configuration(proxyBeanMethods = false)
class SnapshotConfiguration {
    @Bean
    RowCheck rowCheck(RowSeals seals, ChangedRows changed, Environment settings) {
        return new RowCheck(seals, changed, UnsealedUntil.of(settings));
    }

    @Bean
    RowSweep rowSweep(DataSource database, RowCheck check) {
        return new RowSweep(database, check);
    }

    @Bean
    Snapshots snapshots(JdbcTemplate database, Backlog backlog, RowCheck check) {
        return new Snapshots(database, backlog, check);
    }

    @Bean
    Figure snapshotAge() {
        return Figure.ages(
                "vahid.drop.age",
                "Since the date of the newest file that was loaded",
                "agency",
                "select s.agency, extract(epoch from now() - f.as_of) from drop_standing s join drop_file f on f.id = s.newest_file");
    }

    @Bean
    FileProofs fileProofs(JdbcTemplate database, CryptoProvider crypto) {
        return new FileProofs(database, crypto);
    }
}

package az.dost.vahid.sources.ingest.snapshot;

import az.dost.vahid.figures.Figure;
import az.dost.vahid.wiring.Beans;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What lookups and containers need of the files that were loaded. */
@Configuration(proxyBeanMethods = false)
@Beans({RowSweep.class, Snapshots.class, FileProofs.class, RowCheck.class})
class SnapshotConfiguration {
    @Bean
    Figure snapshotAge() {
        return Figure.ages(
                "vahid.drop.age",
                "Since the date of the newest file that was loaded",
                "agency",
                "select s.agency, extract(epoch from now() - f.as_of) from drop_standing s join drop_file f on f.id = s.newest_file");
    }
}

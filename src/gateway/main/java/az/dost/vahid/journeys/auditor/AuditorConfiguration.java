package az.dost.vahid.journeys.auditor;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.journeys.desk.DeskRows;
import az.dost.vahid.journeys.misuse.HitRows;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.DossierRecord;
import az.dost.vahid.proof.record.Trail;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.wiring.Beans;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
@Beans(VerdictHandler.class)
class AuditorConfiguration {
    @Bean
    ActivityHandler activityHandler(HitRows hits, AccessPolicy access, DeskRows rows, DossierRecord record) {
        return new ActivityHandler(hits, access, rows, record, Baku.CLOCK);
    }

    @Bean
    NamedReports namedReports(JdbcTemplate jdbc, RowTrust trust, ActRecord acts) {
        return new NamedReports(jdbc, trust, acts, Baku.CLOCK);
    }

    @Bean
    NamedReportHandler namedReportHandler(NamedReports reports, AccessPolicy access, Trail trail) {
        return new NamedReportHandler(reports, access, trail, Baku.CLOCK);
    }
}

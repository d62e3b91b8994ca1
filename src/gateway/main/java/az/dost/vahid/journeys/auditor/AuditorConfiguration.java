package az.dost.vahid.journeys.auditor;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.journeys.desk.DeskRows;
import az.dost.vahid.journeys.misuse.HitRows;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.DossierRecord;
import az.dost.vahid.proof.record.Trail;
import az.dost.vahid.proof.trust.RowTrust;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class AuditorConfiguration {
    @Bean
    ActivityDesk activityDesk(HitRows hits, AccessPolicy access, DeskRows rows, DossierRecord record) {
        return new ActivityDesk(hits, access, rows, record);
    }

    @Bean
    VerdictDesk verdictDesk(Trail trail, DossierRecord record, ActRecord acts) {
        return new VerdictDesk(trail, record, acts);
    }

    @Bean
    ReportDesk reportDesk(JdbcTemplate jdbc, RowTrust trust, ActRecord acts, AccessPolicy access, Trail trail) {
        return new ReportDesk(new NamedReports(jdbc, trust, acts), access, trail);
    }
}

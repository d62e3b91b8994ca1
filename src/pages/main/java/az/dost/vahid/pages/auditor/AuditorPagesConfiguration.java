package az.dost.vahid.pages.auditor;

import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.web.Area;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({
    HitsController.class,
    HitController.class,
    ReportsController.class,
    ReportController.class,
    DossierPapersController.class
})
class AuditorPagesConfiguration {
    private static final Set<VisitorRole> AUDITORS = Set.of(VisitorRole.AUDITOR, VisitorRole.AUDITOR_READ);

    @Bean
    Area hits() {
        return new Area(HitsController.PATH, "audit.hits.area", 50, AUDITORS);
    }

    @Bean
    Area namedReports() {
        return new Area(ReportsController.PATH, "audit.reports.area", 51, AUDITORS);
    }

    /** Who only reads asks for none. */
    @Bean
    Area newReports() {
        return new Area(ReportsController.PATH + "/new", "", 51, Set.of(VisitorRole.AUDITOR));
    }

    @Bean
    Area verdictsOfDossiers() {
        return new Area(DossierPapersController.PATH, "audit.find.area", 52, AUDITORS);
    }
}

package az.dost.vahid.pages.auditor;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.login.Visitors;
import az.dost.vahid.pages.web.Area;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
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

    @Bean
    HitsController hitsController(Gateway gateway) {
        return new HitsController(gateway);
    }

    @Bean
    HitController hitController(Gateway gateway, Visitors visitors, MessageSource messages) {
        return new HitController(gateway, visitors, messages);
    }

    @Bean
    ReportsController reportsController(Gateway gateway, Visitors visitors) {
        return new ReportsController(gateway, visitors);
    }

    @Bean
    ReportController reportController(Gateway gateway, Visitors visitors) {
        return new ReportController(gateway, visitors);
    }

    @Bean
    DossierPapersController dossierPapersController(Gateway gateway) {
        return new DossierPapersController(gateway);
    }
}

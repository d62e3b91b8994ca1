package az.dost.vahid.pages.report;

import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.web.Area;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({
    PeriodsController.class,
    PublishedReportController.class,
    CentreReportController.class,
    OpenDataController.class,
    RegisterFiguresController.class
})
class ReportPagesConfiguration {
    @Bean
    Area closedReports() {
        return new Area(PeriodsController.PATH, "report.area", 60, Set.of(VisitorRole.ANALYST));
    }

    @Bean
    Area reportsOfTheCentre() {
        return new Area(CentreReportController.PATH, "report.centre.area", 31, Set.of(VisitorRole.CENTRE_MANAGER));
    }

    /** For everybody, as its contract is. */
    @Bean
    Area openData() {
        return new Area(
                OpenDataController.PATH, "report.open.area", Area.REFERENCE, 85, EnumSet.allOf(VisitorRole.class));
    }
}

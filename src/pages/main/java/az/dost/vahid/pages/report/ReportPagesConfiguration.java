package az.dost.vahid.pages.report;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.login.Visitors;
import az.dost.vahid.pages.web.Area;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
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
        return new Area(OpenDataController.PATH, "report.open.area", 85, EnumSet.allOf(VisitorRole.class));
    }

    @Bean
    PeriodsController periodsController(Gateway gateway, MessageSource messages) {
        return new PeriodsController(gateway, messages);
    }

    @Bean
    PublishedReportController publishedReportController(Gateway gateway, MessageSource messages) {
        return new PublishedReportController(gateway, messages);
    }

    @Bean
    CentreReportController centreReportController(Gateway gateway, Visitors visitors, MessageSource messages) {
        return new CentreReportController(gateway, visitors, messages);
    }

    @Bean
    OpenDataController openDataController(Gateway gateway, MessageSource messages) {
        return new OpenDataController(gateway, messages);
    }
}

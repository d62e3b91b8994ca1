package az.dost.vahid.journeys.auditor;

import az.dost.vahid.wiring.Beans;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@Beans({ActivityDesk.class, VerdictDesk.class, ReportDesk.class, NamedReports.class})
class AuditorConfiguration {}

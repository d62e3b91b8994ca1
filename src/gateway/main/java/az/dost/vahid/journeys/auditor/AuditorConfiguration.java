package az.dost.vahid.journeys.auditor;

import az.dost.vahid.wiring.Beans;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@Beans({ActivityHandler.class, VerdictHandler.class, NamedReportHandler.class, NamedReports.class})
class AuditorConfiguration {}

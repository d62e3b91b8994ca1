package az.dost.vahid.pages.operator;

import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Conditional(OperationsKnown.class)
@Import({
    OperatorActs.class,
    OverviewController.class,
    AgencyController.class,
    TrailController.class,
    DeadLettersController.class,
    BatchesController.class,
    DropsController.class,
    WorkController.class,
    RightsController.class,
    SubscriptionsController.class,
    RolloutsController.class,
    CertificatesController.class,
    MembersController.class,
    PartnersController.class,
    DiagnosticsController.class
})
class OperatorConfiguration {}

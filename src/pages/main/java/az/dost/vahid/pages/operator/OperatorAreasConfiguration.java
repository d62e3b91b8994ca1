package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.web.Area;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The operator's navigation, in the order in which somebody on duty looks. */
@Configuration(proxyBeanMethods = false)
@Conditional(OperationsKnown.class)
class OperatorAreasConfiguration {
    private static final String TRAFFIC = "operator.group.traffic";
    private static final String SYSTEM = "operator.group.system";

    @Bean
    Area operatorsOverview() {
        return new Area(OverviewController.PATH, "operator.overview.area", 40, OperatorActs.LOOKS);
    }

    @Bean
    Area operatorsTrail() {
        return new Area(TrailController.PATH, "operator.trail.area", TRAFFIC, 41, OperatorActs.LOOKS);
    }

    @Bean
    Area operatorsDeadLetters() {
        return new Area(DeadLettersController.PATH, "operator.dead.area", TRAFFIC, 42, OperatorActs.LOOKS);
    }

    @Bean
    Area operatorsFiles() {
        return new Area(DropsController.PATH, "operator.files.area", TRAFFIC, 43, OperatorActs.LOOKS);
    }

    @Bean
    Area operatorsWork() {
        return new Area(WorkController.PATH, "operator.work.area", TRAFFIC, 44, OperatorActs.LOOKS);
    }

    @Bean
    Area operatorsSubscriptions() {
        return new Area(SubscriptionsController.PATH, "operator.subscriptions.area", TRAFFIC, 45, OperatorActs.LOOKS);
    }

    @Bean
    Area operatorsRights() {
        return new Area(RightsController.PATH, "operator.rights.area", TRAFFIC, 46, OperatorActs.LOOKS);
    }

    @Bean
    Area operatorsRollout() {
        return new Area(RolloutsController.PATH, "operator.rollout.area", SYSTEM, 47, OperatorActs.LOOKS);
    }

    @Bean
    Area operatorsCertificates() {
        return new Area(CertificatesController.PATH, "operator.certificates.area", SYSTEM, 48, OperatorActs.LOOKS);
    }

    @Bean
    Area operatorsExchange() {
        return new Area(MembersController.PATH, "operator.exchange.area", SYSTEM, 49, OperatorActs.LOOKS);
    }

    @Bean
    Area operatorsPartners() {
        return new Area(PartnersController.PATH, "operator.partners.area", SYSTEM, 50, OperatorActs.LOOKS);
    }

    @Bean
    Area operatorsDiagnostics() {
        return new Area(DiagnosticsController.PATH, "operator.diagnostics.area", SYSTEM, 51, OperatorActs.CHANGES);
    }
}

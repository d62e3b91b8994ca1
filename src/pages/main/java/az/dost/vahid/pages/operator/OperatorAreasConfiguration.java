package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.web.Area;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The operator's navigation, in the order in which somebody on duty looks. */
@Configuration(proxyBeanMethods = false)
@Conditional(OperationsKnown.class)
class OperatorAreasConfiguration {
    @Bean
    Area operatorsOverview() {
        return new Area(OverviewController.PATH, "operator.overview.area", 40, OperatorActs.LOOKS);
    }

    @Bean
    Area operatorsTrail() {
        return new Area(TrailController.PATH, "operator.trail.area", 41, OperatorActs.LOOKS);
    }

    @Bean
    Area operatorsDeadLetters() {
        return new Area(DeadLettersController.PATH, "operator.dead.area", 42, OperatorActs.LOOKS);
    }

    @Bean
    Area operatorsFiles() {
        return new Area(DropsController.PATH, "operator.files.area", 43, OperatorActs.LOOKS);
    }

    @Bean
    Area operatorsWork() {
        return new Area(WorkController.PATH, "operator.work.area", 44, OperatorActs.LOOKS);
    }

    @Bean
    Area operatorsSubscriptions() {
        return new Area(SubscriptionsController.PATH, "operator.subscriptions.area", 45, OperatorActs.LOOKS);
    }

    @Bean
    Area operatorsRollout() {
        return new Area(RolloutsController.PATH, "operator.rollout.area", 46, OperatorActs.LOOKS);
    }

    @Bean
    Area operatorsCertificates() {
        return new Area(CertificatesController.PATH, "operator.certificates.area", 47, OperatorActs.LOOKS);
    }

    @Bean
    Area operatorsExchange() {
        return new Area(MembersController.PATH, "operator.exchange.area", 48, OperatorActs.LOOKS);
    }

    @Bean
    Area operatorsDiagnostics() {
        return new Area(DiagnosticsController.PATH, "operator.diagnostics.area", 49, OperatorActs.CHANGES);
    }
}

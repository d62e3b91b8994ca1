package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.login.Visitors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@Conditional(OperationsKnown.class)
class OperatorConfiguration {
    @Bean
    OperatorActs acts(Visitors visitors) {
        return new OperatorActs(visitors);
    }

    @Bean
    OverviewController overviewController(@Qualifier(Gateway.OPERATIONS) Gateway operations) {
        return new OverviewController(operations);
    }

    @Bean
    AgencyController agencyController(@Qualifier(Gateway.OPERATIONS) Gateway operations, MessageSource messages) {
        return new AgencyController(operations, messages);
    }

    @Bean
    TrailController trailController(@Qualifier(Gateway.OPERATIONS) Gateway operations, MessageSource messages) {
        return new TrailController(operations, messages);
    }

    @Bean
    DeadLettersController deadLettersController(@Qualifier(Gateway.OPERATIONS) Gateway operations, OperatorActs acts) {
        return new DeadLettersController(operations, acts);
    }

    @Bean
    BatchesController batchesController(@Qualifier(Gateway.OPERATIONS) Gateway operations) {
        return new BatchesController(operations);
    }

    @Bean
    DropsController dropsController(@Qualifier(Gateway.OPERATIONS) Gateway operations) {
        return new DropsController(operations);
    }

    @Bean
    WorkController workController(@Qualifier(Gateway.OPERATIONS) Gateway operations) {
        return new WorkController(operations);
    }

    @Bean
    SubscriptionsController subscriptionsController(
            @Qualifier(Gateway.OPERATIONS) Gateway operations, MessageSource messages) {
        return new SubscriptionsController(operations, messages);
    }

    @Bean
    RolloutsController rolloutsController(@Qualifier(Gateway.OPERATIONS) Gateway operations, OperatorActs acts) {
        return new RolloutsController(operations, acts);
    }

    @Bean
    CertificatesController certificatesController(@Qualifier(Gateway.OPERATIONS) Gateway operations) {
        return new CertificatesController(operations);
    }

    @Bean
    MembersController membersController(@Qualifier(Gateway.OPERATIONS) Gateway operations, MessageSource messages) {
        return new MembersController(operations, messages);
    }

    @Bean
    DiagnosticsController diagnosticsController(@Qualifier(Gateway.OPERATIONS) Gateway operations, OperatorActs acts) {
        return new DiagnosticsController(operations, acts);
    }
}

package az.dost.vahid.pages.portal;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.web.Area;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({
    OwnAccessController.class,
    ApplicationController.class,
    TestSystem.class,
    DesignController.class,
    ContractShelf.class,
    ProblemCodesController.class,
    EventTypesController.class,
    ConnectorsController.class
})
class PortalConfiguration {
    static final String TRY = "vahid.pages.try";
    /** Whoever works with the systems; the contracts' words for everybody else are the catalogue. */
    static final Set<VisitorRole> DEVELOPERS = Set.of(
            VisitorRole.INTEGRATOR,
            VisitorRole.OPERATOR,
            VisitorRole.OPERATOR_READ,
            VisitorRole.AUDITOR,
            VisitorRole.AUDITOR_READ,
            VisitorRole.ANALYST);

    @Bean
    Area portal() {
        return new Area(ContractsController.PATH, "portal.area", Area.REFERENCE, 70, DEVELOPERS);
    }

    @Bean
    Area ownAccess() {
        return new Area(
                OwnAccessController.PATH,
                "portal.own.area",
                Area.REFERENCE,
                71,
                Set.of(VisitorRole.INTEGRATOR, VisitorRole.OPERATOR, VisitorRole.OPERATOR_READ));
    }

    @Bean
    Area application() {
        return new Area(
                ApplicationController.PATH, "portal.apply.area", Area.REFERENCE, 73, Set.of(VisitorRole.INTEGRATOR));
    }

    @Bean
    @ConditionalOnProperty(name = TRY, havingValue = "true")
    Area tryArea() {
        return new Area(TryController.PATH, "portal.try.area", Area.REFERENCE, 72, DEVELOPERS);
    }

    @Bean
    @ConditionalOnProperty(name = TRY, havingValue = "true")
    TryController tryController(ContractShelf shelf, Gateway gateway, TestSystem test) {
        return new TryController(shelf, gateway, test);
    }

    @Bean
    ContractsController contractsController(ContractShelf shelf, @Value("${" + TRY + "}") boolean tries) {
        return new ContractsController(shelf, tries);
    }
}

package az.dost.vahid.pages.simulation;

import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.web.Area;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({SimulationsController.class, SimulationController.class})
class SimulationPagesConfiguration {
    @Bean
    Area simulations() {
        return new Area(
                SimulationsController.PATH,
                "simulation.area",
                61,
                Set.of(VisitorRole.ANALYST, VisitorRole.AUDITOR, VisitorRole.AUDITOR_READ));
    }

    /** Who decides asks for none. */
    @Bean
    Area newSimulations() {
        return new Area(SimulationsController.PATH + "/new", "", 61, Set.of(VisitorRole.ANALYST));
    }
}

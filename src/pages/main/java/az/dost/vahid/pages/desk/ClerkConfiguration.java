package az.dost.vahid.pages.desk;

import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.web.Area;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({
    DossierController.class,
    VisitsController.class,
    FollowController.class,
    CasesController.class,
    SlipController.class,
    DeskController.class,
    ProofsController.class,
    WaitingController.class
})
class ClerkConfiguration {
    @Bean
    Area desk() {
        return new Area("/desk", "desk.area", 10, Set.of(VisitorRole.CLERK));
    }

    @Bean
    Area cases() {
        return new Area("/desk/cases", "desk.cases.area", 11, Set.of(VisitorRole.CLERK));
    }

    @Bean
    Area visits() {
        return new Area("/desk/visits", "desk.visits.area", 12, Set.of(VisitorRole.CLERK));
    }

    @Bean
    Area proofs() {
        return new Area(ProofsController.PATH, "desk.proofs.area", 13, Set.of(VisitorRole.CLERK));
    }
}

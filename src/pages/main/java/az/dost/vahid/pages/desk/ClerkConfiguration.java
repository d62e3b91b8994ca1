package az.dost.vahid.pages.desk;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.login.PublicPages;
import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.login.Visitors;
import az.dost.vahid.pages.lookup.ServiceFinder;
import az.dost.vahid.pages.lookup.SessionLookups;
import az.dost.vahid.pages.setting.PagesSettings;
import az.dost.vahid.pages.web.Area;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
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
    VisitsController visitsController(Gateway gateway, MessageSource messages) {
        return new VisitsController(gateway, messages);
    }

    @Bean
    FollowController followController(Gateway gateway) {
        return new FollowController(gateway);
    }

    @Bean
    CasesController casesController(Gateway gateway) {
        return new CasesController(gateway);
    }

    @Bean
    DeskController deskController(Visitors visitors, ServiceFinder services, SessionLookups lookups) {
        return new DeskController(visitors, services, lookups);
    }

    @Bean
    WaitingController waitingController(SessionLookups lookups) {
        return new WaitingController(lookups);
    }

    @Bean
    DossierController dossierController(Gateway gateway, PagesSettings settings) {
        return new DossierController(gateway, Shapes.read(), settings.address() + PublicPages.RATING);
    }
}

package az.dost.vahid.pages.citizen;

import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.web.Area;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({
    OwnLookupsController.class,
    OwnLookupController.class,
    OwnRightsController.class,
    OwnCredentialsController.class,
    MixUpsController.class,
    CorrectionsController.class,
    NewCorrectionController.class
})
class CitizenPagesConfiguration {
    private static final Set<VisitorRole> CITIZEN = Set.of(VisitorRole.CITIZEN);

    @Bean
    Area ownLookups() {
        return new Area(OwnLookupsController.PATH, "citizen.lookups.area", 70, CITIZEN);
    }

    @Bean
    Area ownRights() {
        return new Area(OwnRightsController.PATH, "citizen.rights.area", 71, CITIZEN);
    }

    @Bean
    Area ownCredentials() {
        return new Area(OwnCredentialsController.PATH, "citizen.credentials.area", 72, CITIZEN);
    }

    @Bean
    Area ownCorrections() {
        return new Area(CorrectionsController.PATH, "citizen.corrections.area", 73, CITIZEN);
    }

    @Bean
    Area ownMixUps() {
        return new Area(MixUpsController.PATH, "citizen.mix-ups.area", 74, CITIZEN);
    }
}

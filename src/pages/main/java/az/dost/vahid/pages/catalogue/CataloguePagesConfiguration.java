package az.dost.vahid.pages.catalogue;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.web.Area;
import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CataloguePagesConfiguration {
    /** For everybody, as its contract is. */
    @Bean
    Area catalogueArea() {
        return new Area(CatalogueController.PATH, "catalogue.area", 80, EnumSet.allOf(VisitorRole.class));
    }

    @Bean
    CatalogueController catalogueController(Gateway gateway) {
        return new CatalogueController(gateway);
    }

    @Bean
    ServiceController serviceController(Gateway gateway) {
        return new ServiceController(gateway);
    }

    @Bean
    PapersController papersController(Gateway gateway) {
        return new PapersController(gateway);
    }

    @Bean
    CentresController centresController(Gateway gateway) {
        return new CentresController(gateway);
    }
}

package az.dost.vahid.pages.catalogue;

import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.web.Area;
import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({CatalogueController.class, ServiceController.class, PapersController.class, CentresController.class})
class CataloguePagesConfiguration {
    /** For everybody, as its contract is. */
    @Bean
    Area catalogueArea() {
        return new Area(
                CatalogueController.PATH, "catalogue.area", Area.REFERENCE, 80, EnumSet.allOf(VisitorRole.class));
    }
}

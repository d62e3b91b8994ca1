package az.dost.vahid.pages.centre;

import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.web.Area;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(CentreController.class)
class CentreConfiguration {
    @Bean
    Area centreArea() {
        return new Area(CentreController.PATH, "centre.area", 30, Set.of(VisitorRole.CENTRE_MANAGER));
    }
}

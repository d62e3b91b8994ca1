package az.dost.vahid.pages.rating;

import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.web.Area;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({CentreRatingsController.class, RatingController.class})
class RatingPagesConfiguration {
    @Bean
    Area centreRatings() {
        return new Area(CentreRatingsController.PATH, "rating.centre.area", 31, Set.of(VisitorRole.CENTRE_MANAGER));
    }
}

package az.dost.vahid.pages.rating;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.web.Area;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RatingPagesConfiguration {
    @Bean
    Area centreRatings() {
        return new Area(CentreRatingsController.PATH, "rating.centre.area", 31, Set.of(VisitorRole.CENTRE_MANAGER));
    }

    @Bean
    RatingController ratingController(@Qualifier(Gateway.OPEN) Gateway open) {
        return new RatingController(open);
    }

    @Bean
    CentreRatingsController centreRatingsController(Gateway gateway) {
        return new CentreRatingsController(gateway);
    }
}

package az.dost.vahid.pages.register;

import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.web.Area;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({TicketsController.class, TicketController.class})
class RegisterConfiguration {
    @Bean
    Area tickets() {
        return new Area(TicketsController.PATH, "register.area", 65, Set.of(VisitorRole.DATA_STEWARD));
    }
}

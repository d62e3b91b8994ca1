package az.dost.vahid.pages.hotline;

import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.web.Area;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({
    GuideController.class,
    CallController.class,
    CallLookupController.class,
    VerdictsController.class,
    CallBackController.class
})
class HotLineConfiguration {
    private static final Set<VisitorRole> HOT_LINE = Set.of(VisitorRole.HOT_LINE);

    @Bean
    Area hotLineArea() {
        return new Area("/hot-line", "hotline.area", 20, HOT_LINE);
    }

    @Bean
    Area hotLineCallArea() {
        return new Area(CallController.PATH, "hotline.call.area", 21, HOT_LINE);
    }

    @Bean
    Area hotLineCallBackArea() {
        return new Area("/hot-line/call-backs", "hotline.back.area", 22, HOT_LINE);
    }

    @Bean
    Area hotLineCentreArea() {
        return new Area("/hot-line/centres", "hotline.centres.area", 23, HOT_LINE);
    }
}

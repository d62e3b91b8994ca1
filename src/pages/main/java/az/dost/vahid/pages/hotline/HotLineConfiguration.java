package az.dost.vahid.pages.hotline;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.login.Visitors;
import az.dost.vahid.pages.lookup.RunningCalls;
import az.dost.vahid.pages.lookup.ServiceFinder;
import az.dost.vahid.pages.lookup.SessionLookups;
import az.dost.vahid.pages.web.Area;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
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

    @Bean
    GuideController guideController(Gateway gateway) {
        return new GuideController(gateway);
    }

    @Bean
    CallController callController(Gateway gateway, RunningCalls calls) {
        return new CallController(gateway, calls);
    }

    @Bean
    CallLookupController callLookupController(
            Gateway gateway, Visitors visitors, ServiceFinder services, SessionLookups lookups) {
        return new CallLookupController(gateway, visitors, services, lookups);
    }

    @Bean
    VerdictsController verdictsController(Gateway gateway) {
        return new VerdictsController(gateway);
    }

    @Bean
    CallBackController callBackController(Gateway gateway) {
        return new CallBackController(gateway);
    }
}

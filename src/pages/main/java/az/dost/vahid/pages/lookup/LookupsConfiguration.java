package az.dost.vahid.pages.lookup;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.setting.PagesSettings;
import az.dost.vahid.pages.words.Names;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LookupsConfiguration {
    @Bean
    RunningCalls runningCalls(PagesSettings settings) {
        return new RunningCalls(settings.lookups());
    }

    @Bean
    SessionLookups sessionLookups(RunningCalls calls, Gateway gateway) {
        return new SessionLookups(calls, gateway);
    }

    @Bean
    ServiceFinder serviceFinder(Names names) {
        return new ServiceFinder(names);
    }
}

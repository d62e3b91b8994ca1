package az.dost.vahid.pages.lookup;

import az.dost.vahid.pages.setting.PagesSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({SessionLookups.class, ServiceSearch.class, ServiceFinder.class})
class LookupsConfiguration {
    @Bean
    RunningCalls runningCalls(PagesSettings settings) {
        return new RunningCalls(settings.lookups());
    }
}

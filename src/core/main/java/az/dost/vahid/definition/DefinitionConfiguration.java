package az.dost.vahid.definition;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DefinitionConfiguration {
    @Bean
    Troubles definitionTroubles() {
        return new Troubles();
    }

    @Bean
    StandingVersions standingVersions(Troubles troubles) {
        return troubles.versions();
    }
}

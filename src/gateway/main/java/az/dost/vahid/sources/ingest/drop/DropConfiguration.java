package az.dost.vahid.sources.ingest.drop;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DropConfiguration {
    @Bean
    Backlog backlog() {
        return new Backlog();
    }
}

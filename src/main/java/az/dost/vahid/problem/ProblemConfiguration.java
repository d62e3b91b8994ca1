package az.dost.vahid.problem;

import org.apache.camel.CamelContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {
    @Bean
    ErrorPages errorPages(CamelContext camel) {
        return new ErrorPages(camel);
    }

    @Bean
    Problems problems() {
        return new Problems();
    }
}

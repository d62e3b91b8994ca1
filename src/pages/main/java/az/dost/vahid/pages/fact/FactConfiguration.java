package az.dost.vahid.pages.fact;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FactConfiguration {
    @Bean
    Shapes shapes() {
        return Shapes.read();
    }
}

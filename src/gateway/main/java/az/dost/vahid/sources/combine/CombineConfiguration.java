package az.dost.vahid.sources.combine;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

@Configuration(proxyBeanMethods = false)
class CombineConfiguration {
    @Bean
    Combiner combiner(@Value("classpath:combine-rules.yaml") Resource rules) {
        return new Combiner(new CombineRules(rules));
    }
}

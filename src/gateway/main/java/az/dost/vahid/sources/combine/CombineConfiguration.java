package az.dost.vahid.sources.combine;

import az.dost.vahid.wordbook.Wordbook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

@Configuration(proxyBeanMethods = false)
class CombineConfiguration {
    @Bean
    Combiner combiner() {
        return new Combiner(new CombineRules(
                new ClassPathResource("combine-rules.yaml"),
                new Wordbook(new ClassPathResource("contracts/words/rules.yaml"))));
    }
}

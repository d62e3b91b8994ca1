package az.dost.vahid.sources.verdict;

import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.wordbook.Wordbook;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

@Configuration(proxyBeanMethods = false)
class PassportConfiguration {
    @Bean
    PassportCatalogue passportCatalogue(
            ResourcePatternResolver resources,
            CanonicalFacts facts,
            Catalogue connectors,
            @Value("classpath:contracts/passport.schema.json") Resource schema)
            throws IOException {
        return new PassportCatalogue(
                resources.getResources("classpath*:contracts/services/*.yaml"),
                new DefinitionReader(schema),
                facts,
                connectors.connectors());
    }

    @Bean
    ReasonTexts reasonTexts(@Value("classpath:contracts/words/document-reasons.yaml") Resource texts) {
        return new ReasonTexts(new Wordbook(texts));
    }
}

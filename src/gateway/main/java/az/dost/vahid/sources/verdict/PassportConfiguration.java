package az.dost.vahid.sources.verdict;

import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.wordbook.Word;
import az.dost.vahid.wordbook.Wordbook;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;

@Configuration(proxyBeanMethods = false)
class PassportConfiguration {
    @Bean
    PassportCatalogue passportCatalogue(ResourcePatternResolver resources, CanonicalFacts facts, Catalogue connectors)
            throws IOException {
        return new PassportCatalogue(
                resources.getResources("classpath*:contracts/services/*.yaml"),
                DefinitionReader.of("passport"),
                facts,
                connectors.connectors());
    }

    @Bean
    ReasonTexts reasonTexts(Catalogue connectors) {
        return new ReasonTexts(Wordbook.builtIn(), agency -> {
            Connector.Bilingual authority =
                    connectors.folder(agency).connector().authority();
            return new Word(authority.az(), authority.en());
        });
    }
}

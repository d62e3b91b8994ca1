package az.dost.vahid.connector;

import az.dost.vahid.definition.StandingVersions;
import az.dost.vahid.fact.FactCheck;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePatternResolver;

@Configuration(proxyBeanMethods = false)
class ConnectorConfiguration {
    private static final String BUILT_IN = "classpath:connectors/*/connector.yaml";

    /** The built-in connectors, and those below the folder {@code vahid.connectors} when it is set. */
    @Bean
    Catalogue catalogue(
            ResourcePatternResolver resources,
            CanonicalFacts facts,
            StandingVersions versions,
            @Value("${vahid.connectors:}") String folder) {
        CatalogueReader reader = new CatalogueReader(
                resources, new FolderReader(new ClassPathResource("contracts/connector.schema.json"), facts));
        Catalogue catalogue = reader.read(
                folder.isBlank() ? List.of(BUILT_IN) : List.of(BUILT_IN, "file:" + folder + "/*/connector.yaml"));
        versions.add("connectors", catalogue::version);
        return catalogue;
    }

    @Bean
    FactCheck factCheck() {
        return FactCheck.ofContract();
    }

    @Bean
    CanonicalFacts canonicalFacts() throws IOException {
        return CanonicalFacts.of(new ClassPathResource("contracts/dossier.schema.json"));
    }
}

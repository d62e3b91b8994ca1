package az.dost.vahid.connector;

import az.dost.vahid.definition.DefinitionReader;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

@Configuration(proxyBeanMethods = false)
class ConnectorConfiguration {
    private static final String BUILT_IN = "classpath*:connectors/*/connector.yaml";

    /** The built-in connectors, and those below the folder {@code vahid.connectors} when it is set. */
    @Bean
    Catalogue catalogue(ResourcePatternResolver resources, CanonicalFacts facts, @Value("${vahid.connectors:}") String folder,
            @Value("classpath:contracts/connector.schema.json") Resource schema) {
        CatalogueReader reader = new CatalogueReader(resources, new DefinitionReader(schema), facts.names());
        return reader.read(folder.isBlank() ? List.of(BUILT_IN) : List.of(BUILT_IN, "file:" + folder + "/*/connector.yaml"));
    }

    @Bean
    CanonicalFacts canonicalFacts(@Value("classpath:contracts/dossier.schema.json") Resource dossier) throws IOException {
        try (var in = dossier.getInputStream()) {
            Set<String> facts = new HashSet<>();
            new ObjectMapper().readTree(in).at("/properties/facts/properties").fieldNames().forEachRemaining(facts::add);
            return new CanonicalFacts(facts);
        }
    }
}

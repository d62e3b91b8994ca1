package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.definition.Troubles;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.LastRefusals;
import az.dost.vahid.edge.access.RequesterLimits;
import az.dost.vahid.json.Json;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.passport.list.ServiceListReader;
import az.dost.vahid.wordbook.Wordbook;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.util.function.SingletonSupplier;

@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {
    /** Read when somebody asks for them: a start needs none. */
    private final Supplier<Wordbook> words = SingletonSupplier.of(Wordbook::builtIn);

    @Bean
    StandingServices standingServices(
            PassportCatalogue passports,
            Troubles troubles,
            @Value("${vahid.catalogue}") Resource file,
            @Value("classpath:contracts/catalogue.schema.json") Resource schema,
            @Value("classpath:contracts/passport.schema.json") Resource passport)
            throws IOException {
        Set<String> families = new HashSet<>();
        try (var in = passport.getInputStream()) {
            Json.mapper().readTree(in).at("/properties/family/enum").forEach(family -> families.add(family.asText()));
        }
        return new StandingServices(file, new ServiceListReader(schema, passports, families), troubles);
    }

    @Bean
    CatalogueDesk catalogueDesk(
            StandingServices standing,
            PassportCatalogue passports,
            Catalogue connectors,
            @Value("${vahid.conformance}") String conformance) {
        return new CatalogueDesk(
                new CatalogueServices(standing, passports),
                SingletonSupplier.of(() -> new Choices(words.get())),
                new PapersJson(connectors),
                new AgenciesJson(connectors, new ConformanceFiles(conformance)));
    }

    @Bean
    RequesterDesk requesterDesk(
            AccessPolicy access, RequesterLimits limits, LastRefusals refusals, PassportCatalogue passports) {
        return new RequesterDesk(access, limits, refusals, passports);
    }

    @Bean
    DeveloperDesk developerDesk() {
        return new DeveloperDesk(words, SingletonSupplier.of(PublishedContracts::new));
    }
}

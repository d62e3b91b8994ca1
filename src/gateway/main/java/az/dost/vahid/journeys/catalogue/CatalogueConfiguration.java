package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.definition.Troubles;
import az.dost.vahid.journeys.catalogue.search.Synonyms;
import az.dost.vahid.json.Json;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.passport.list.ServiceListReader;
import az.dost.vahid.wiring.Beans;
import az.dost.vahid.wordbook.Wordbook;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.util.function.SingletonSupplier;

@Configuration(proxyBeanMethods = false)
@Beans(RequesterHandler.class)
class CatalogueConfiguration {
    /** Read when somebody asks for them: a start needs none. */
    private final Supplier<Wordbook> words = SingletonSupplier.of(Wordbook::builtIn);

    @Bean
    StandingServices standingServices(
            PassportCatalogue passports, Troubles troubles, @Value("${vahid.catalogue}") Resource file)
            throws IOException {
        Set<String> families = new HashSet<>();
        try (var in = new ClassPathResource("contracts/passport.schema.json").getInputStream()) {
            Json.mapper().readTree(in).at("/properties/family/enum").forEach(family -> families.add(family.asText()));
        }
        return new StandingServices(
                file,
                new ServiceListReader(new ClassPathResource("contracts/catalogue.schema.json"), passports, families),
                troubles);
    }

    @Bean
    CatalogueHandler catalogueHandler(
            StandingServices standing,
            PassportCatalogue passports,
            Catalogue connectors,
            @Value("${vahid.conformance}") String conformance,
            @Value("${vahid.report.open-data.address}") String address) {
        CatalogueServices services = new CatalogueServices(standing, passports);
        Supplier<Choices> choices = SingletonSupplier.of(() -> new Choices(words.get()));
        return new CatalogueHandler(
                services,
                choices,
                new ServiceSearch(services, choices, SingletonSupplier.of(Synonyms::builtIn)),
                new PapersJson(connectors),
                new AgenciesJson(connectors, new ConformanceFiles(conformance)),
                new LinkedCatalogue(
                        services,
                        connectors,
                        SingletonSupplier.of(() -> new LinkedServices(address, words.get(), connectors::name))));
    }

    @Bean
    DeveloperHandler developerHandler() {
        return new DeveloperHandler(words, SingletonSupplier.of(PublishedContracts::new));
    }
}

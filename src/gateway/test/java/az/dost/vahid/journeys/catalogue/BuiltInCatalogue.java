package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.check.service.BuiltInServices;
import az.dost.vahid.definition.Troubles;
import az.dost.vahid.journeys.catalogue.search.Synonyms;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.wordbook.Wordbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.util.function.SingletonSupplier;

/** The search over the services of {@code contracts/services}, without a gateway. */
final class BuiltInCatalogue {
    private static final Wordbook WORDS = Wordbook.builtIn();
    private final StandingServices standing;
    private final CatalogueServices services;

    /** @param list the file of the catalogue */
    BuiltInCatalogue(Resource list) {
        try {
            PassportCatalogue passports = BuiltInServices.passports();
            standing = new StandingServices(list, BuiltInServices.reader(passports, WORDS), new Troubles());
            services = new CatalogueServices(standing, passports);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BuiltInCatalogue ofContracts() {
        return new BuiltInCatalogue(new FileSystemResource("contracts/services/catalogue.yaml"));
    }

    CatalogueServices services() {
        return services;
    }

    StandingServices standing() {
        return standing;
    }

    ServiceSearch search() {
        return new ServiceSearch(
                services, SingletonSupplier.of(() -> new Choices(WORDS)), SingletonSupplier.of(Synonyms::builtIn));
    }
}

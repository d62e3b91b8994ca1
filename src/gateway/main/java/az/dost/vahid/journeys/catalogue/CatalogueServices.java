package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.passport.list.ListedService;
import az.dost.vahid.passport.list.ServiceList;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.util.Comparator;
import java.util.List;

/** The services of the catalogue as it is now. */
final class CatalogueServices {
    private final StandingServices standing;
    private final PassportCatalogue passports;

    CatalogueServices(StandingServices standing, PassportCatalogue passports) {
        this.standing = standing;
        this.passports = passports;
    }

    ServiceList list() {
        return standing.now();
    }

    /** In the order of their codes. */
    List<CatalogueService> all() {
        return list().services().stream()
                .map(this::service)
                .sorted(Comparator.comparing(CatalogueService::code))
                .toList();
    }

    /** @throws ProblemException NOT_FOUND */
    CatalogueService find(String code) {
        return list().find(code)
                .map(this::service)
                .orElseThrow(
                        () -> new ProblemException(ProblemCode.NOT_FOUND, null, "The catalogue has no such service."));
    }

    private CatalogueService service(ListedService listed) {
        return new CatalogueService(
                listed, passports.find(listed.code()).orElse(null), passports.description(listed.code()));
    }
}

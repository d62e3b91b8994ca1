package az.dost.vahid.journeys.desk;

import az.dost.vahid.passport.PassportCatalogue;
import java.util.Set;

/** Which papers tell of a special category, such as a disability, by the facts that replace them. */
final class Papers {
    private final PassportCatalogue passports;
    private final Set<String> special;

    /** @param special names of facts of special categories */
    Papers(PassportCatalogue passports, Set<String> special) {
        this.passports = passports;
        this.special = Set.copyOf(special);
    }

    boolean special(String id) {
        return passports.all().stream()
                .flatMap(passport -> passport.documents().stream())
                .anyMatch(paper -> paper.id().equals(id) && paper.fact() != null && special.contains(paper.fact()));
    }
}

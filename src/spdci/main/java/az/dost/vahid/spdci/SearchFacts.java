package az.dost.vahid.spdci;

import az.dost.vahid.passport.Passport;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.util.List;

/** Of the facts that a record is made of, those that the search's service may have. */
final class SearchFacts {
    private final PassportCatalogue passports;

    SearchFacts(PassportCatalogue passports) {
        this.passports = passports;
    }

    /**
     * @throws ProblemException FACT_NOT_IN_SERVICE where there is no such record without what the service may not have
     */
    List<String> of(Search search, Operation operation) {
        RecordForm form = search.form();
        List<String> wanted = operation == Operation.DISABLED ? List.of(form.key()) : form.facts();
        List<String> given =
                passports.find(search.purpose().service()).map(Passport::facts).orElse(wanted);
        if (!given.contains(form.key())) {
            throw new ProblemException(
                    ProblemCode.FACT_NOT_IN_SERVICE,
                    "authorize",
                    "The service may not have " + form.key() + ", without which there is no such record.");
        }
        return wanted.stream().filter(given::contains).toList();
    }
}

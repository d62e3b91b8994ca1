package az.dost.vahid.mock.register;

import az.dost.vahid.mock.population.Days;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Inhabitant;
import az.dost.vahid.mock.population.Register;
import az.dost.vahid.mock.population.Sheet;
import az.dost.vahid.mock.population.Trait;

/** {@code health-insurance}: everyone alive is covered, some for more. */
final class HealthInsuranceRegister implements Register {
    private static final int INTRODUCED = Days.of(2021, 4, 1);
    /** The calendar of the population stands still, and papers are judged by the true day: years from now. */
    private static final int COVERED_UNTIL = Days.of(2035, 12, 31);

    @Override
    public void report(Inhabitant citizen, Sheet sheet) {
        if (!citizen.alive()) {
            return;
        }
        boolean extended = citizen.has(Trait.EXTENDED_COVER);
        sheet.add(
                "healthInsurance",
                new Facts.HealthInsurance(
                        citizen.serial("health insurance", 10),
                        extended ? "EXTENDED" : "BASIC",
                        Days.date(Math.max(citizen.birth, INTRODUCED)),
                        extended ? Days.date(COVERED_UNTIL) : null,
                        citizen.home().place.region() + " Poliklinikası"));
    }
}

package az.dost.vahid.mock.register;

import az.dost.vahid.mock.population.Days;
import az.dost.vahid.mock.population.Displacement;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Inhabitant;
import az.dost.vahid.mock.population.Nation;
import az.dost.vahid.mock.population.Portrait;
import az.dost.vahid.mock.population.Register;
import az.dost.vahid.mock.population.Sheet;
import java.time.LocalDate;

/** {@code identity-register}: everyone with a FIN, the dead without an address. */
final class IdentityRegister implements Register {
    private static final int VALID_YEARS = 10;

    @Override
    public void report(Inhabitant citizen, Sheet sheet) {
        sheet.add("identity", identity(citizen));
        if (citizen.alive()) {
            sheet.add("address", citizen.home().address(citizen));
        }
    }

    private static Facts.Identity identity(Inhabitant citizen) {
        Nation nation = citizen.kin.plan.nation();
        int earliest = Math.max(citizen.birth + 3, citizen.horizon() - Days.years(VALID_YEARS) + 30);
        LocalDate issued = Days.date(citizen.day("document issued", earliest, citizen.horizon()));
        return new Facts.Identity(
                citizen.fin(),
                "AA" + citizen.serial("identity document", 8),
                citizen.givenName,
                citizen.surname,
                citizen.patronymic,
                citizen.birthDate(),
                citizen.sex.name(),
                nation.name(),
                birthPlace(citizen, nation),
                issued,
                issued.plusYears(VALID_YEARS),
                Portrait.of(citizen));
    }

    private static String birthPlace(Inhabitant citizen, Nation nation) {
        if (nation != Nation.AZE) {
            return citizen.pick("birth place", nation.birthPlaces);
        }
        boolean beforeFlight = citizen.kin.plan.displaced() && citizen.birth < Displacement.FLIGHT;
        return beforeFlight
                ? Displacement.from(citizen.kin)
                : citizen.kin.plan.place().city();
    }
}

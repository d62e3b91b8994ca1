package az.dost.vahid.mock.register;

import az.dost.vahid.mock.population.Days;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Inhabitant;
import az.dost.vahid.mock.population.Register;
import az.dost.vahid.mock.population.Sheet;

/** {@code migration}: the permits of foreigners. */
final class MigrationRegister implements Register {
    @Override
    public void report(Inhabitant citizen, Sheet sheet) {
        if (citizen.azerbaijani()) {
            return;
        }
        boolean permanent = citizen.kin.chance("permanent residence", 2_500);
        int length = permanent ? Days.years(5) : 730;
        int from = Math.max(citizen.birth + 10, Days.NOW - citizen.draw("permit age", length - 30));
        sheet.add(
                "residencePermit",
                new Facts.ResidencePermit(
                        citizen.serial("residence permit", 8),
                        permanent ? "PERMANENT" : "TEMPORARY",
                        citizen.kin.plan.nation().name(),
                        Days.date(from),
                        Days.date(from + length)));
    }
}

package az.dost.vahid.mock.register;

import az.dost.vahid.mock.population.Days;
import az.dost.vahid.mock.population.Displacement;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Home;
import az.dost.vahid.mock.population.Inhabitant;
import az.dost.vahid.mock.population.Kin;
import az.dost.vahid.mock.population.Register;
import az.dost.vahid.mock.population.Sheet;

/** {@code displaced-persons}: those who fled, and their children. */
final class DisplacedRegister implements Register {
    private static final int REGISTRATION = Days.of(1993, 4, 1);

    @Override
    public void report(Inhabitant citizen, Sheet sheet) {
        Kin kin = citizen.kin;
        if (!kin.plan.displaced() || !citizen.alive()) {
            return;
        }
        Home home = citizen.home();
        int registered = Math.max(citizen.birth, REGISTRATION) + citizen.draw("displaced card", 14);
        sheet.add(
                "displacedStatus",
                new Facts.DisplacedStatus(
                        citizen.serial("displaced card", 8),
                        Displacement.from(kin),
                        home.place.city(),
                        Days.date(registered),
                        home.residents().size()));
    }
}

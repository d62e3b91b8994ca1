package az.dost.vahid.mock.register;

import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Home;
import az.dost.vahid.mock.population.Inhabitant;
import az.dost.vahid.mock.population.Register;
import az.dost.vahid.mock.population.Sheet;
import az.dost.vahid.mock.population.Trait;
import java.util.List;

/** {@code local-executive}: whole households of the few authorities that keep an electronic register. */
final class LocalExecutiveRegister implements Register {
    private static final String[] CONDITIONS = {"GOOD", "GOOD", "GOOD", "WORN", "UNFIT"};
    private static final String[] NOT_OWNED = {"RENTED", "RENTED", "DORMITORY", "TEMPORARY"};
    private static final String[] OF_DISPLACED = {"DORMITORY", "TEMPORARY"};

    @Override
    public void report(Inhabitant citizen, Sheet sheet) {
        if (!citizen.kin.plan.listed() || !citizen.alive()) {
            return;
        }
        Home home = citizen.home();
        sheet.add("household", household(home));
        sheet.add("housing", housing(home));
        boolean outdated = citizen.has(Trait.ADDRESS_DIFFERS);
        sheet.add("address", (outdated ? Home.before(citizen) : home).address(citizen));
    }

    private static Facts.Household household(Home home) {
        List<Inhabitant> residents = home.residents();
        Inhabitant head = residents.get(0);
        return new Facts.Household(
                home.serial("household", 9),
                residents.size(),
                residents.stream()
                        .map(resident -> new Facts.Household.Member(resident.fin(), relation(head, resident)))
                        .toList());
    }

    private static String relation(Inhabitant head, Inhabitant resident) {
        if (resident == head) {
            return "HEAD";
        }
        return switch (resident.role) {
            case FATHER, MOTHER -> "SPOUSE";
            case GRANDPARENT -> "PARENT";
            case CHILD, LONER -> "CHILD";
        };
    }

    private static Facts.Housing housing(Home home) {
        String[] otherwise = home.kin.plan.displaced() ? OF_DISPLACED : NOT_OWNED;
        return new Facts.Housing(
                home.owned() ? "OWNED" : home.pick("housing", otherwise),
                home.rooms(),
                home.areaSqm(),
                home.pick("condition", CONDITIONS));
    }
}

package az.dost.vahid.mock.register;

import az.dost.vahid.mock.population.Days;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Home;
import az.dost.vahid.mock.population.Inhabitant;
import az.dost.vahid.mock.population.Register;
import az.dost.vahid.mock.population.Role;
import az.dost.vahid.mock.population.Serial;
import az.dost.vahid.mock.population.Sheet;
import az.dost.vahid.mock.population.Trait;
import java.util.ArrayList;
import java.util.List;

/** {@code property}: rights of living adults in the home they live in, in land and in shops, which are mortgaged. */
final class PropertyRegister implements Register {
    @Override
    public void report(Inhabitant citizen, Sheet sheet) {
        if (!citizen.alive() || !citizen.reached(20)) {
            return;
        }
        List<Facts.Property> rights = new ArrayList<>(3);
        Home home = citizen.home();
        List<Inhabitant> owners = owners(home);
        if (owners.contains(citizen)) {
            rights.add(dwelling(citizen, "OWNERSHIP", owners.size()));
        } else if (owners.isEmpty() && home.residents().get(0) == citizen && home.chance("registered lease", 2_500)) {
            rights.add(dwelling(citizen, "LEASE", 1));
        }
        if (home.place.rural() && citizen.has(Trait.LAND_OWNER)) {
            rights.add(other(citizen, "OWNERSHIP", "LAND", 20_000 + citizen.draw("land area", 500_000)));
        }
        if (citizen.has(Trait.SHOP_OWNER)) {
            int area = 2_000 + citizen.draw("shop area", 20_000);
            rights.add(other(citizen, "OWNERSHIP", "COMMERCIAL", area));
            rights.add(other(citizen, "MORTGAGE", "COMMERCIAL", area));
        }
        sheet.add("property", rights);
    }

    /** The head, and the head's spouse in equal parts. */
    private static List<Inhabitant> owners(Home home) {
        if (!home.owned()) {
            return List.of();
        }
        List<Inhabitant> residents = home.residents();
        boolean couple = residents.size() > 1 && residents.get(1).role == Role.MOTHER;
        return residents.subList(0, couple ? 2 : 1);
    }

    private static Facts.Property dwelling(Inhabitant citizen, String right, int parts) {
        Home home = citizen.home();
        return new Facts.Property(
                home.serial("dwelling", 10),
                right,
                home.isHouse() ? "HOUSE" : "FLAT",
                "1/" + parts,
                home.areaSqm(),
                home.inOneLine(),
                home.address(citizen).registeredSince());
    }

    private static Facts.Property other(Inhabitant citizen, String right, String kind, int hundredthsOfSqm) {
        Home home = citizen.home();
        int registered = citizen.day(kind, Math.max(citizen.birthday(18), Days.NOW - Days.years(20)), Days.NOW);
        return new Facts.Property(
                citizen.serial(kind, 10),
                right,
                kind,
                "1/1",
                Serial.hundredths(hundredthsOfSqm),
                home.place.city() + ", " + home.street(),
                Days.date(registered));
    }
}

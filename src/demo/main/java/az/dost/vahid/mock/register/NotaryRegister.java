package az.dost.vahid.mock.register;

import az.dost.vahid.mock.population.Days;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Impairment;
import az.dost.vahid.mock.population.Inhabitant;
import az.dost.vahid.mock.population.Kin;
import az.dost.vahid.mock.population.Register;
import az.dost.vahid.mock.population.Sheet;
import az.dost.vahid.mock.population.Trait;
import java.util.ArrayList;
import java.util.List;

/** {@code notary}: court rulings on guardianship, and the heirs of the dead. */
final class NotaryRegister implements Register {
    @Override
    public void report(Inhabitant citizen, Sheet sheet) {
        if (citizen.alive() && citizen.azerbaijani()) {
            sheet.add("guardianship", guardianship(citizen));
            sheet.add("inheritance", inheritances(citizen));
        }
    }

    private static Facts.Guardianship guardianship(Inhabitant ward) {
        Inhabitant guardian = guardian(ward);
        if (guardian == null || !ward.reached(19) || !ward.has(Trait.WARD)) {
            return null;
        }
        Facts.Disability disability = Impairment.of(ward);
        if (disability == null
                || !Impairment.severe(disability) && !disability.cause().equals("CHILDHOOD")) {
            return null;
        }
        int earliest = Math.max(ward.birthday(18), (int) disability.since().toEpochDay());
        int since = ward.day("ruling", earliest + 1, Math.min(Days.NOW, earliest + 400));
        return new Facts.Guardianship(
                guardian.fin(),
                Days.date(since),
                courtCase(ward, since),
                Impairment.severe(disability) ? "FULL" : "PARTIAL",
                null);
    }

    /** A living parent for a child, the son for an old parent. */
    private static Inhabitant guardian(Inhabitant ward) {
        Kin kin = ward.kin;
        return switch (ward.role) {
            case CHILD -> kin.mother().alive() ? kin.mother() : living(kin.father());
            case GRANDPARENT -> living(kin.father());
            case FATHER, MOTHER, LONER -> null;
        };
    }

    private static Inhabitant living(Inhabitant citizen) {
        return citizen.alive() ? citizen : null;
    }

    private static String courtCase(Inhabitant ward, int since) {
        return "2(004)-" + ward.serial("court case", 8) + "/" + Days.date(since).getYear();
    }

    private static List<Facts.Inheritance> inheritances(Inhabitant heir) {
        List<Facts.Inheritance> inheritances = new ArrayList<>(2);
        for (Inhabitant dead : heir.kin.members) {
            if (!dead.alive() && dead.has(Trait.ESTATE)) {
                List<Inhabitant> heirs = heirs(dead);
                int opened = dead.death + 20 + dead.draw("estate opened", 150);
                if (heirs.contains(heir) && opened <= Days.NOW) {
                    inheritances.add(new Facts.Inheritance(
                            dead.serial("estate", 8), Days.date(opened), dead.fin(), "1/" + heirs.size()));
                }
            }
        }
        return inheritances;
    }

    /** Heirs of the first line who were alive at the death: spouse, children and parents, in equal parts. */
    static List<Inhabitant> heirs(Inhabitant dead) {
        Kin kin = dead.kin;
        List<Inhabitant> heirs = new ArrayList<>(Kin.SIZE);
        Inhabitant spouse = kin.spouse(dead);
        if (spouse != null && kin.plan.divorce() == Days.NEVER) {
            heirs.add(spouse);
        }
        heirs.addAll(kin.children(dead));
        heirs.addAll(kin.parents(dead));
        heirs.removeIf(heir -> !heir.aliveOn(dead.death));
        return heirs;
    }
}

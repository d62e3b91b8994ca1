package az.dost.vahid.mock.population;

import java.util.List;

/** {@code civil-status}: acts of birth, marriage, divorce and death of everyone but foreigners. */
final class CivilStatusRegister implements Register {
    @Override
    public void report(Citizen citizen, Sheet sheet) {
        if (!citizen.azerbaijani()) {
            return;
        }
        boolean misheard = citizen.has(Trait.NAME_DIFFERS_AT_CIVIL_STATUS);
        sheet.add("identity", new Facts.Names(citizen.givenName,
                misheard ? Spelling.misheard(citizen.surname) : citizen.surname, citizen.patronymic));
        boolean married = isMarried(citizen);
        sheet.add("civilStatus", status(citizen, married));
        sheet.add("family", family(citizen, married));
        if (!citizen.alive()) {
            sheet.add("death", new Facts.Death(Days.date(citizen.death), citizen.serial("act of death", 8)));
        }
    }

    /** Today, or for the dead on the day they died. */
    private static boolean isMarried(Citizen citizen) {
        Citizen spouse = citizen.kin.spouse(citizen);
        return spouse != null && citizen.kin.plan.divorce() == Days.NEVER
                && (spouse.alive() || spouse.death >= citizen.death);
    }

    private static Facts.CivilStatus status(Citizen citizen, boolean married) {
        KinPlan plan = citizen.kin.plan;
        Citizen spouse = citizen.kin.spouse(citizen);
        if (spouse == null) {
            return citizen.role == Role.GRANDPARENT ? grandparent(citizen)
                    : new Facts.CivilStatus("SINGLE", null, null);
        }
        if (married) {
            return new Facts.CivilStatus("MARRIED", Days.date(plan.marriage()), spouse.fin());
        }
        return plan.divorce() == Days.NEVER ? new Facts.CivilStatus("WIDOWED", Days.date(spouse.death), null)
                : new Facts.CivilStatus("DIVORCED", Days.date(plan.divorce()), null);
    }

    /** The other grandparent is in no register any more: long dead, or long gone. */
    private static Facts.CivilStatus grandparent(Citizen citizen) {
        // Some died before that day: alone since their last day at the latest.
        int from = Math.min(citizen.kin.father().birth + 300, citizen.horizon());
        String status = citizen.chance("grandparent divorced", 2_000) ? "DIVORCED" : "WIDOWED";
        return new Facts.CivilStatus(status, Days.date(citizen.day("alone since", from, citizen.horizon())), null);
    }

    private static Facts.Family family(Citizen citizen, boolean married) {
        Kin kin = citizen.kin;
        List<Facts.Family.Child> children = kin.children(citizen).stream()
                .map(child -> new Facts.Family.Child(child.fin(), child.birthDate())).toList();
        List<Facts.Family.Parent> parents = kin.parents(citizen).stream()
                .map(parent -> new Facts.Family.Parent(parent.fin(), parent.sex == Sex.MALE ? "FATHER" : "MOTHER"))
                .toList();
        if (!married && children.isEmpty() && parents.isEmpty()) {
            return null;
        }
        return new Facts.Family(married ? new Facts.Family.Spouse(kin.spouse(citizen).fin(),
                Days.date(kin.plan.marriage())) : null, children, parents);
    }
}

package az.dost.vahid.mock.register;

import az.dost.vahid.mock.population.Days;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Inhabitant;
import az.dost.vahid.mock.population.Kin;
import az.dost.vahid.mock.population.KinPlan;
import az.dost.vahid.mock.population.Register;
import az.dost.vahid.mock.population.Role;
import az.dost.vahid.mock.population.Sex;
import az.dost.vahid.mock.population.Sheet;
import az.dost.vahid.mock.population.Spelling;
import az.dost.vahid.mock.population.Trait;
import java.util.List;

/** {@code civil-status}: acts of birth, marriage, divorce and death of everyone but foreigners. */
final class CivilStatusRegister implements Register {
    @Override
    public void report(Inhabitant citizen, Sheet sheet) {
        if (!citizen.azerbaijani()) {
            return;
        }
        boolean misheard = citizen.has(Trait.NAME_DIFFERS_AT_CIVIL_STATUS);
        sheet.add(
                "identity",
                new Facts.Names(
                        citizen.givenName,
                        misheard ? Spelling.misheard(citizen.surname) : citizen.surname,
                        citizen.patronymic));
        boolean married = isMarried(citizen);
        sheet.add("civilStatus", status(citizen, married));
        sheet.add("family", family(citizen, married));
        if (!citizen.alive()) {
            sheet.add("death", new Facts.Death(Days.date(citizen.death), actNumber("death", citizen)));
        }
    }

    /** Today, or for the dead on the day they died. */
    private static boolean isMarried(Inhabitant citizen) {
        Inhabitant spouse = citizen.kin.spouse(citizen);
        return spouse != null
                && citizen.kin.plan.divorce() == Days.NEVER
                && (spouse.alive() || spouse.death >= citizen.death);
    }

    private static Facts.CivilStatus status(Inhabitant citizen, boolean married) {
        KinPlan plan = citizen.kin.plan;
        Inhabitant spouse = citizen.kin.spouse(citizen);
        if (spouse == null) {
            return citizen.role == Role.GRANDPARENT
                    ? grandparent(citizen)
                    : new Facts.CivilStatus("SINGLE", null, null, null, null);
        }
        if (married) {
            return new Facts.CivilStatus(
                    "MARRIED",
                    Days.date(plan.marriage()),
                    actNumber("marriage", citizen.kin.father()),
                    spouse.fin(),
                    null);
        }
        return plan.divorce() == Days.NEVER
                ? ended("WIDOWED", spouse.death, actNumber("death", spouse))
                : ended("DIVORCED", plan.divorce(), actNumber("divorce", citizen.kin.father()));
    }

    /** The other grandparent is in no register any more: long dead, or long gone. */
    private static Facts.CivilStatus grandparent(Inhabitant citizen) {
        // Some died before that day: alone since their last day at the latest.
        int from = Math.min(citizen.kin.father().birth + 300, citizen.horizon());
        String status = citizen.chance("grandparent divorced", 2_000) ? "DIVORCED" : "WIDOWED";
        return ended(
                status, citizen.day("alone since", from, citizen.horizon()), actNumber("other grandparent", citizen));
    }

    private static Facts.CivilStatus ended(String status, int since, String actNumber) {
        return new Facts.CivilStatus(status, Days.date(since), actNumber, null, null);
    }

    /** Both who take part in an act have it under one number, which is drawn from one of them. */
    private static String actNumber(String event, Inhabitant citizen) {
        return citizen.serial("act of " + event, 8);
    }

    private static Facts.Family family(Inhabitant citizen, boolean married) {
        Kin kin = citizen.kin;
        List<Facts.Family.Child> children =
                kin.children(citizen).stream().map(CivilStatusRegister::child).toList();
        List<Facts.Family.Parent> parents = kin.parents(citizen).stream()
                .map(parent -> new Facts.Family.Parent(parent.fin(), parent.sex == Sex.MALE ? "FATHER" : "MOTHER"))
                .toList();
        if (!married && children.isEmpty() && parents.isEmpty()) {
            return null;
        }
        return new Facts.Family(
                married ? new Facts.Family.Spouse(kin.spouse(citizen).fin(), Days.date(kin.plan.marriage())) : null,
                children,
                parents,
                parents.isEmpty() ? null : actNumber("birth", citizen));
    }

    private static Facts.Family.Child child(Inhabitant child) {
        return new Facts.Family.Child(
                child.fin(),
                child.birthDate(),
                actNumber("birth", child),
                child.alive() ? null : Days.date(child.death),
                child.alive() ? null : actNumber("death", child));
    }
}

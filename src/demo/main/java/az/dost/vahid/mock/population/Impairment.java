package az.dost.vahid.mock.population;

import java.time.LocalDate;

/** The assessment of a disability, from which pensions, devices, referrals and guardianship follow. */
public final class Impairment {
    private static final int WAITING_FOR_ASSESSMENT = 30;
    /** The true day goes on, and who has a story keeps it: a persona's review is not due before November 2034. */
    private static final int STORY = Days.years(8);

    /** Null for the dead, for foreigners and for everybody without a disability. */
    public static Facts.Disability of(Inhabitant citizen) {
        if (!citizen.alive() || !citizen.azerbaijani() || !citizen.reached(2)) {
            return null;
        }
        ServiceRecord service = ServiceRecord.of(citizen);
        if (service != null && service.wounded() && citizen.has(Trait.DISABLED_BY_WAR)) {
            return assessed(citizen, "WAR", service.war().until + 60 + citizen.draw("assessed after war", 500));
        }
        if (!citizen.has(Trait.DISABLED)) {
            return null;
        }
        if (!citizen.reached(20) || citizen.has(Trait.DISABLED_FROM_CHILDHOOD)) {
            int until = Math.min(citizen.birthday(16), Days.NOW - WAITING_FOR_ASSESSMENT);
            return assessed(citizen, "CHILDHOOD", citizen.day("assessed", citizen.birth + 300, until));
        }
        int from = Math.max(citizen.birthday(19), Days.NOW - Days.years(25));
        return assessed(
                citizen,
                citizen.chance("work accident", 1_500) ? "WORK" : "GENERAL",
                citizen.day("assessed", from, Days.NOW - WAITING_FOR_ASSESSMENT));
    }

    private static Facts.Disability assessed(Inhabitant citizen, String cause, int since) {
        boolean severe = citizen.has(Trait.SEVERE);
        boolean moderate = !severe && citizen.has(Trait.MODERATE);
        int ahead = 20 + citizen.draw("review", 1_000) + (citizen.id < Cast.FIRST_ID ? 0 : STORY);
        LocalDate review = severe || citizen.reached(62) ? null : Days.date(Days.NOW + ahead);
        return new Facts.Disability(
                severe ? 81 : moderate ? 61 : 31, severe ? 100 : moderate ? 80 : 60, Days.date(since), review, cause);
    }

    public static boolean severe(Facts.Disability disability) {
        return disability != null && disability.percentFrom() == 81;
    }

    public static boolean byWar(Facts.Disability disability) {
        return disability != null && disability.cause().equals("WAR");
    }

    private Impairment() {}
}

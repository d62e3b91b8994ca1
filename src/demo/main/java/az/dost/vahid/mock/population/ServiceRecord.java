package az.dost.vahid.mock.population;

import java.util.List;

/**
 * A man's time in the armed forces.
 *
 * @param from epoch day
 * @param until epoch day, {@link Days#NEVER} while he serves
 * @param war the war he fought in, null for most
 * @param fought the last day of his combat service, which for the fallen is their last
 */
public record ServiceRecord(Kind kind, int from, int until, War war, int fought, boolean wounded) {
    public enum Kind {
        CONSCRIPT,
        CONTRACT,
        OFFICER
    }

    /** Null for those who did not serve. */
    public static ServiceRecord of(Inhabitant citizen) {
        if (citizen.sex != Sex.MALE || !citizen.azerbaijani() || !citizen.reached(19)) {
            return null;
        }
        if (citizen == citizen.kin.martyr()) {
            War war = citizen.kin.plan.war();
            int from = Math.max(citizen.birthday(18), war.from - 30 - citizen.draw("called up", 900));
            return new ServiceRecord(kind(citizen, from), from, citizen.death, war, citizen.death, false);
        }
        if (!citizen.has(Trait.SERVED)) {
            return null;
        }
        War war = War.ofGeneration(citizen.birth);
        boolean fought = war != null && citizen.aliveOn(war.until) && citizen.has(Trait.FOUGHT);
        return fought ? inWar(citizen, war) : inPeace(citizen);
    }

    private static ServiceRecord inWar(Inhabitant citizen, War war) {
        int from = Math.max(citizen.birthday(18), war.from - 30 - citizen.draw("called up", 900));
        int until = Math.min(citizen.horizon(), war.until + 30 + citizen.draw("discharged", 700));
        return new ServiceRecord(kind(citizen, from), from, until, war, war.until, citizen.has(Trait.WOUNDED));
    }

    private static ServiceRecord inPeace(Inhabitant citizen) {
        int from = citizen.birthday(18) + citizen.draw("enlisted", 700);
        Kind kind = Kind.CONSCRIPT;
        int length = 547;
        int lot = citizen.draw("career", 100);
        if (lot < 8) {
            kind = Kind.OFFICER;
            from = citizen.birthday(22);
            length = Days.years(10) + citizen.draw("term", Days.years(16));
        } else if (lot < 25) {
            kind = Kind.CONTRACT;
            from += Days.years(2);
            length = Days.years(3) + citizen.draw("term", Days.years(8));
        }
        if (from >= citizen.horizon()) {
            return null;
        }
        int end = from + length;
        int until = end <= citizen.horizon() ? end : citizen.death;
        return new ServiceRecord(kind, from, until, null, Days.NEVER, false);
    }

    private static Kind kind(Inhabitant citizen, int from) {
        if (from < citizen.birthday(20)) {
            return Kind.CONSCRIPT;
        }
        return from >= citizen.birthday(22) && citizen.draw("rank in war", 10) < 3 ? Kind.OFFICER : Kind.CONTRACT;
    }

    public boolean lasts() {
        return until == Days.NEVER;
    }

    /** An officer of twenty years and more, by now discharged. */
    boolean longServing() {
        return kind == Kind.OFFICER && !lasts() && until - from >= Days.years(20);
    }

    /** Null for those who did not fight. */
    public Facts.CombatService combat() {
        return war == null
                ? null
                : new Facts.CombatService(
                        List.of(new Facts.CombatService.Operation(
                                war.title, Days.date(Math.max(from, war.from)), Days.date(fought))),
                        wounded);
    }
}

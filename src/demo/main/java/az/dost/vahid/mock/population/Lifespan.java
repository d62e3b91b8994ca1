package az.dost.vahid.mock.population;

/** Draws when one citizen is born and dies. */
final class Lifespan extends SeededDraw {
    /** The deaths of the last weeks have not reached every register yet, so nobody dies in them. */
    private static final int DEATHS_SETTLED = Days.NOW - 45;

    private static final int BIRTHS_SETTLED = Days.NOW - 14;

    private final boolean mortal;

    /** @param mortal false for foreigners: who is known by a residence permit only is alive */
    Lifespan(long seat, boolean mortal) {
        super("lifespan".hashCode(), seat);
        this.mortal = mortal;
    }

    /** A child born within so many years of the earliest day, or a loner in its stead where it is not born yet. */
    Seat child(int earliest, int years) {
        int birth = earliest + draw("child's birth", Days.years(years));
        return birth > BIRTHS_SETTLED
                ? loner()
                : new Seat(Role.CHILD, sex(), birth, death(birth, birth + Days.years(20)));
    }

    Seat grandparent(int father) {
        int birth = father - Days.years(20) - draw("grandparent's birth", Days.years(12));
        return new Seat(Role.GRANDPARENT, sex(), birth, death(birth, father));
    }

    Seat loner() {
        int birth = Days.NOW - Days.years(20) - draw("loner's birth", Days.years(60));
        return new Seat(Role.LONER, sex(), birth, death(birth, birth + Days.years(20)));
    }

    /** The end of a life of ordinary length, {@link Days#NEVER} where that is still to come or would be too early. */
    int death(int birth, int earliest) {
        int span = chance("early death", 150)
                ? Days.years(30) + draw("early age", Days.years(30))
                : Days.years(64) + draw("age", Days.years(36));
        int death = birth + span;
        return mortal && death > earliest && death < DEATHS_SETTLED ? death : Days.NEVER;
    }

    private Sex sex() {
        return draw("sex", 2) == 0 ? Sex.FEMALE : Sex.MALE;
    }
}

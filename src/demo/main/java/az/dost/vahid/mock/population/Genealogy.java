package az.dost.vahid.mock.population;

import java.util.List;

/** Draws the plan of an ordinary {@link Kin}: who is whose child, and who was born, married and died when. */
final class Genealogy extends SeededDraw {
    private static final Nation[] FOREIGN = {Nation.TUR, Nation.GEO, Nation.RUS, Nation.IRN};

    private final int kin;
    private final boolean foreign = chance("foreign", 100);

    private Genealogy(int kin) {
        super("genealogy".hashCode(), kin);
        this.kin = kin;
    }

    static KinPlan draw(int kin) {
        return new Genealogy(kin).plan();
    }

    private KinPlan plan() {
        int father = Days.NOW - Days.years(25) - draw("father's birth", Days.years(50));
        int mother = father - Days.years(2) + draw("mother's birth", Days.years(6));
        int marriage = Math.min(
                Days.NOW - Days.years(1), Math.max(father, mother) + Days.years(18) + draw("marriage", Days.years(8)));
        Seat first = life(2).child(marriage + 300, 3);
        Seat second = life(3).child(lastBirth(marriage, first) + 400, 4);
        Seat third = third(father, second);
        int lastBirth = lastBirth(lastBirth(lastBirth(marriage, first), second), third);

        War war = war(father, lastBirth);
        int fatherDeath = war == null ? life(0).death(father, lastBirth) : day("fall", war.from, war.until + 1);
        boolean motherNeeded = fatherDeath != Days.NEVER && lastBirth + Days.years(18) > Days.NOW;
        int motherDeath = motherNeeded ? Days.NEVER : life(1).death(mother, lastBirth);
        boolean bothAlive = fatherDeath == Days.NEVER && motherDeath == Days.NEVER;
        boolean divorced = bothAlive && chance("divorced", 1_000) && lastBirth + 90 < Days.NOW;
        int divorce = divorced ? day("divorce", lastBirth + 90, Days.NOW) : Days.NEVER;

        return new KinPlan(
                foreign ? pick("nation", FOREIGN) : Nation.AZE,
                Place.of(this),
                !foreign && chance("displaced", 210),
                !foreign && chance("listed", 110),
                marriage,
                divorce,
                war,
                List.of(
                        new Seat(Role.FATHER, Sex.MALE, father, fatherDeath),
                        new Seat(Role.MOTHER, Sex.FEMALE, mother, motherDeath),
                        first,
                        second,
                        third));
    }

    private Seat third(int father, Seat second) {
        if (second.role() == Role.CHILD && chance("third is a child", 2_500)) {
            return life(4).child(second.birth() + 400, 3);
        }
        boolean young = father + Days.years(60) > Days.NOW;
        return young && chance("third is a grandparent", 6_500) ? life(4).grandparent(father) : life(4).loner();
    }

    private Lifespan life(int seat) {
        return new Lifespan((long) kin * Kin.SIZE + seat, !foreign);
    }

    private static int lastBirth(int before, Seat seat) {
        return seat.role() == Role.CHILD ? seat.birth() : before;
    }

    private War war(int father, int lastBirth) {
        War war = War.ofGeneration(father);
        boolean fell = war != null && !foreign && lastBirth < war.from && chance("fell", 60);
        return fell ? war : null;
    }
}

package az.dost.vahid.mock.population;

import java.util.List;

/** Gives the members of a kin the names that they inherit, marry into or are given. */
final class Naming {
    /** Apart by a step that shares no factor with the number of names, no two children get the same one. */
    private static final int SIBLING_STEP = 7;

    private final Kin kin;
    private final Nation nation;
    private final List<Seat> seats;

    Naming(Kin kin) {
        this.kin = kin;
        nation = kin.plan.nation();
        seats = kin.plan.seats();
    }

    Inhabitant citizen(int id, int place, Script script) {
        Seat seat = seats.get(place);
        boolean ofTheFamily = seat.role() == Role.FATHER
                || seat.role() == Role.CHILD
                || seat.role() == Role.GRANDPARENT
                || seat.role() == Role.MOTHER && marriesIntoTheName();
        int surname = ofTheFamily
                ? kin.draw("surname", nation.surnames.length)
                : ownLot("surname of its own", place, nation.surnames);
        return new Inhabitant(
                kin,
                id,
                seat,
                givenName(place),
                nation.surname(seat.sex(), surname),
                fathersName(seat.role(), place),
                script.sure(place),
                script.never(place));
    }

    private boolean marriesIntoTheName() {
        return kin.chance(Trait.BEARS_HUSBANDS_NAME.name(), Trait.BEARS_HUSBANDS_NAME.ofTenThousand);
    }

    private String givenName(int place) {
        return nation.givenName(seats.get(place).sex(), kin.draw("given name", 1_000) + place * SIBLING_STEP);
    }

    private String fathersName(Role role, int place) {
        Seat last = seats.get(Kin.SIZE - 1);
        if (role == Role.CHILD) {
            return givenName(0);
        }
        if (role == Role.FATHER && last.role() == Role.GRANDPARENT && last.sex() == Sex.MALE) {
            return givenName(Kin.SIZE - 1);
        }
        return nation.men[ownLot("father's name", place, nation.men)];
    }

    private int ownLot(String what, int place, String[] names) {
        return (kin.draw(what, names.length) + place * SIBLING_STEP) % names.length;
    }
}

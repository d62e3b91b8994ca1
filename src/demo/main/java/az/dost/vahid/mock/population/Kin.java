package az.dost.vahid.mock.population;

import java.util.ArrayList;
import java.util.List;

/**
 * {@link #SIZE} citizens of consecutive ids, or a multiple of it where it is written down: a family of up to three
 * generations, and loners.
 */
public final class Kin extends SeededDraw {
    public static final int SIZE = 5;

    public final KinPlan plan;
    public final Inhabitant[] members;
    private final int first;

    Kin(int number, KinPlan plan, Script script) {
        super("kin".hashCode(), number);
        this.plan = plan;
        first = number * SIZE;
        members = new Inhabitant[plan.seats().size()];
        Naming naming = new Naming(this);
        for (int seat = 0; seat < members.length; seat++) {
            members[seat] = naming.citizen(first + seat, seat, script);
        }
    }

    /** The kin with that citizen in it. */
    public static Inhabitant citizen(int id) {
        return of(id / SIZE).member(id);
    }

    /** @param id of one of them */
    public Inhabitant member(int id) {
        return members[id - first];
    }

    public static Kin of(int number) {
        return number < Cast.FIRST_KIN ? new Kin(number, Genealogy.draw(number), Script.NONE) : Cast.kin(number);
    }

    /** Null among loners. */
    public Inhabitant father() {
        return withRole(Role.FATHER);
    }

    public Inhabitant mother() {
        return withRole(Role.MOTHER);
    }

    /** The father's parent, null where nobody knows one. */
    Inhabitant grandparent() {
        return withRole(Role.GRANDPARENT);
    }

    /** The father who fell in a war, null in nearly every kin. */
    public Inhabitant martyr() {
        return plan.war() == null ? null : members[0];
    }

    /** Who was ever married to that citizen. */
    public Inhabitant spouse(Inhabitant citizen) {
        return switch (citizen.role) {
            case FATHER -> mother();
            case MOTHER -> father();
            default -> null;
        };
    }

    public List<Inhabitant> children(Inhabitant citizen) {
        if (citizen.role == Role.GRANDPARENT) {
            return List.of(father());
        }
        List<Inhabitant> children = new ArrayList<>(members.length - 2);
        if (citizen.role == Role.FATHER || citizen.role == Role.MOTHER) {
            for (Inhabitant member : members) {
                if (member.role == Role.CHILD) {
                    children.add(member);
                }
            }
        }
        return children;
    }

    public List<Inhabitant> parents(Inhabitant citizen) {
        if (citizen.role == Role.CHILD) {
            return List.of(mother(), father());
        }
        boolean known = citizen.role == Role.FATHER && grandparent() != null;
        return known ? List.of(grandparent()) : List.of();
    }

    private Inhabitant withRole(Role role) {
        for (Inhabitant member : members) {
            if (member.role == role) {
                return member;
            }
        }
        return null;
    }
}

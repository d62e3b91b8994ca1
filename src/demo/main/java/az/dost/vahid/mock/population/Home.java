package az.dost.vahid.mock.population;

import java.util.ArrayList;
import java.util.List;

/**
 * A dwelling and the living members of one {@link Kin} who share it.
 *
 * <p>Father, mother, their children and his parent live together; a divorced father lives elsewhere, most grown
 * children move out, and loners live alone.
 */
public final class Home extends SeededDraw {
    private static final int FAMILY = 0;
    private static final int DIVORCED_FATHER = 1;
    private static final int OWN = 2;
    private static final int FORMER = 8;
    private static final int KEYS = 16;
    private static final String[] STREETS = {
        "Nizami",
        "Füzuli",
        "Nəsimi",
        "Xaqani",
        "Səməd Vurğun",
        "Üzeyir Hacıbəyli",
        "Əhməd Cavad",
        "Mirzə Ələkbər Sabir",
        "Hüseyn Cavid",
        "Məhəmməd Əmin Rəsulzadə",
        "Zəfər",
        "İstiqlaliyyət",
        "Heydər Əliyev",
        "Bülbül",
        "Cəfər Cabbarlı",
        "Məmməd Araz",
        "Şəhidlər",
        "Azadlıq",
        "Təbriz",
        "Koroğlu",
        "Natəvan",
        "İçərişəhər"
    };

    public final Kin kin;
    public final Place place;
    private final int key;

    private Home(Kin kin, int key) {
        super("home".hashCode(), (long) kin.members[0].id * KEYS + key);
        this.kin = kin;
        this.key = key;
        place = key == FAMILY ? kin.plan.place() : Place.of(this);
    }

    static Home of(Inhabitant citizen) {
        return new Home(citizen.kin, key(citizen));
    }

    /** Where the citizen lived before, and where a register that missed the move still looks. */
    public static Home before(Inhabitant citizen) {
        return new Home(citizen.kin, FORMER + key(citizen));
    }

    private static int key(Inhabitant citizen) {
        Kin kin = citizen.kin;
        return switch (citizen.role) {
            case FATHER -> kin.plan.divorce() == Days.NEVER ? FAMILY : DIVORCED_FATHER;
            case GRANDPARENT -> kin.father().alive() ? key(kin.father()) : FAMILY;
            case MOTHER -> FAMILY;
            case CHILD -> livesWithParents(citizen) ? FAMILY : OWN + ownDoor(citizen);
            case LONER -> OWN + ownDoor(citizen);
        };
    }

    private static int ownDoor(Inhabitant citizen) {
        return citizen.id % Kin.SIZE;
    }

    private static boolean livesWithParents(Inhabitant child) {
        boolean parentsAlive = child.kin.mother().alive() || child.kin.father().alive();
        return !child.reached(18) || parentsAlive && !(child.reached(24) && child.has(Trait.MOVED_OUT));
    }

    /** The living, the head first. */
    public List<Inhabitant> residents() {
        List<Inhabitant> residents = new ArrayList<>(Kin.SIZE);
        for (Inhabitant member : kin.members) {
            if (member.alive() && key(member) == key % FORMER) {
                residents.add(member);
            }
        }
        return residents;
    }

    /** A number that this home has alone, for the papers of the dwelling. */
    public String serial(String paper, int width) {
        return Serial.digits(paper, holder().id, width);
    }

    public boolean owned() {
        return holder().has(Trait.HOME_OWNER);
    }

    /** One citizen for each home of a kin, a different one for each. */
    private Inhabitant holder() {
        return kin.members[key < OWN ? key : key - OWN];
    }

    public boolean isHouse() {
        return chance("house", place.rural() ? 7_500 : 1_000);
    }

    public int rooms() {
        return 2 + draw("rooms", isHouse() ? 5 : 3);
    }

    public String areaSqm() {
        return Serial.hundredths(rooms() * 1_650L + draw("area", 1_500));
    }

    String building() {
        return Integer.toString(1 + draw("building", 180));
    }

    public String street() {
        return pick("street", STREETS);
    }

    public String inOneLine() {
        return place.city() + ", " + street() + ", " + building();
    }

    public Facts.Address address(Inhabitant resident) {
        String apartment = isHouse() ? null : Integer.toString(1 + draw("apartment", 120));
        return new Facts.Address(
                place.region(),
                place.city(),
                street(),
                building(),
                apartment,
                place.postalCode(draw("post office", 30)),
                Days.date(since(resident)));
    }

    /** The day the resident was registered here: with the marriage, the divorce, the birth, or on growing up. */
    private int since(Inhabitant resident) {
        int moved = switch (resident.role) {
            case FATHER -> key == DIVORCED_FATHER ? kin.plan.divorce() + 30 : kin.plan.marriage() + 30;
            case MOTHER, GRANDPARENT -> kin.plan.marriage() + 30;
            case CHILD ->
                key >= OWN && key < FORMER ? resident.birthday(18) + draw("moved", 2_000) : resident.birth + 7;
            case LONER -> resident.birthday(18) + draw("moved", 700);
        };
        return Math.max(resident.birth, Math.min(moved, resident.horizon()));
    }
}

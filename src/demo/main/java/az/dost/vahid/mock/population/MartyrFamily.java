package az.dost.vahid.mock.population;

/** What the state recognises in the widow, the children and the parent of a martyr. */
public final class MartyrFamily {
    /** Null for the dead and for everybody else. */
    public static Facts.MartyrStatus of(Inhabitant citizen) {
        Inhabitant martyr = citizen.kin.martyr();
        if (martyr == null || !citizen.alive()) {
            return null;
        }
        String relation = switch (citizen.role) {
            case MOTHER -> "WIDOW";
            case CHILD -> "CHILD";
            case GRANDPARENT -> "PARENT";
            case FATHER, LONER -> null;
        };
        return relation == null
                ? null
                : new Facts.MartyrStatus(
                        martyr.fin(), relation, citizen.serial("martyr family", 8), Days.date(recognised(martyr)));
    }

    /** Epoch day, the same for the whole family. */
    public static int recognised(Inhabitant martyr) {
        return martyr.death + 30 + martyr.draw("recognised", 120);
    }

    /** The relation as entered the wrong way round. */
    public static String mistaken(String relation) {
        return "CHILD".equals(relation) ? "PARENT" : "CHILD";
    }

    private MartyrFamily() {}
}

package az.dost.vahid.mock.population;

/** The flight of a kin from an occupied district. */
public final class Displacement {
    /** Whoever was born before was born in the district that the kin fled from. */
    public static final int FLIGHT = Days.of(1992, 5, 8);

    public static String from(Kin kin) {
        return kin.pick("occupied district", Place.OCCUPIED);
    }

    private Displacement() {}
}

package az.dost.vahid.mock.population;

/** The flight of a kin from an occupied district. */
final class Displacement {
    /** Whoever was born before was born in the district that the kin fled from. */
    static final int FLIGHT = Days.of(1992, 5, 8);

    static String from(Kin kin) {
        return kin.pick("occupied district", Place.OCCUPIED);
    }

    private Displacement() { }
}

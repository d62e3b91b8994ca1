package az.dost.vahid.mock.population;

import java.util.List;

/**
 * The families of the {@link Personas}, one kin each in the order of {@link Screenplay}.
 *
 * <p>Their ids lie above every population's size, so that neither their FINs nor their facts depend on it.
 */
public final class Cast {
    public static final int FIRST_ID = 10_000_000;
    static final int FIRST_KIN = FIRST_ID / Kin.SIZE;
    /** What is returned for a FIN that has no citizen. */
    static final int NOBODY = -1;

    private static final List<Part> PARTS = Screenplay.parts();
    /** The members of the personas' families; the ids of the {@link Screenplay#understudies()} follow. */
    public static final int COUNT = PARTS.size() * Kin.SIZE;

    private static final int END = FIRST_ID + COUNT + Kin.SIZE;

    static Kin kin(int number) {
        int index = number - FIRST_KIN;
        return index < PARTS.size()
                ? new Kin(number, PARTS.get(index).plan(), PARTS.get(index).script())
                : new Kin(number, Screenplay.understudies(), Script.NONE);
    }

    public static String fin(int id) {
        if (id >= FIRST_ID && id < FIRST_ID + COUNT) {
            Part part = PARTS.get(id / Kin.SIZE - FIRST_KIN);
            if (part.seat() == id % Kin.SIZE) {
                return part.persona().fin();
            }
        }
        return Fin.of(id);
    }

    /** The id behind a FIN, {@link #NOBODY} where it is the FIN of no id at all. */
    public static int id(String fin) {
        for (int i = 0; i < PARTS.size(); i++) {
            if (PARTS.get(i).persona().fin().equals(fin)) {
                return FIRST_ID + i * Kin.SIZE + PARTS.get(i).seat();
            }
        }
        long id = Fin.number(fin).orElse(NOBODY);
        return id >= 0 && id < END && fin((int) id).equals(fin) ? (int) id : NOBODY;
    }

    private Cast() {}
}

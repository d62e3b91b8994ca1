package az.dost.vahid.mock.population;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The families that are written down, one kin each in the order of {@link Screenplay}.
 *
 * <p>Their ids lie above every population's size, so that neither their FINs nor their facts depend on it.
 */
public final class Cast {
    public static final int FIRST_ID = 10_000_000;
    static final int FIRST_KIN = FIRST_ID / Kin.SIZE;
    /** What is returned for a FIN that has no citizen. */
    static final int NOBODY = -1;

    private static final List<Part> PARTS = Screenplay.parts();
    /** By numbers of kins, counted from the first: a family of more than {@link Kin#SIZE} has several. */
    private static final List<Integer> PART_OF = IntStream.range(0, PARTS.size())
            .boxed()
            .flatMap(part -> Collections.nCopies(kins(part), part).stream())
            .toList();
    /** The members of these families; the ids of the {@link Screenplay#understudies()} follow. */
    public static final int COUNT = PART_OF.size() * Kin.SIZE;

    private static final int END = FIRST_ID + COUNT + Kin.SIZE;

    static Kin kin(int number) {
        int index = number - FIRST_KIN;
        if (index >= PART_OF.size()) {
            return new Kin(number, Screenplay.understudies(), Script.NONE);
        }
        int part = PART_OF.get(index);
        return new Kin(
                first(part) / Kin.SIZE, PARTS.get(part).plan(), PARTS.get(part).script());
    }

    private static int kins(int part) {
        return PARTS.get(part).plan().seats().size() / Kin.SIZE;
    }

    /** The id in the first seat. */
    private static int first(int part) {
        return FIRST_ID + PART_OF.indexOf(part) * Kin.SIZE;
    }

    public static String fin(int id) {
        if (id >= FIRST_ID && id < FIRST_ID + COUNT) {
            int part = PART_OF.get(id / Kin.SIZE - FIRST_KIN);
            Personas persona = PARTS.get(part).persona();
            if (persona != null && PARTS.get(part).seat() == id - first(part)) {
                return persona.fin();
            }
        }
        return Fin.of(id);
    }

    /** The id behind a FIN, {@link #NOBODY} where it is the FIN of no id at all. */
    public static int id(String fin) {
        for (int i = 0; i < PARTS.size(); i++) {
            Personas persona = PARTS.get(i).persona();
            if (persona != null && persona.fin().equals(fin)) {
                return first(i) + PARTS.get(i).seat();
            }
        }
        long id = Fin.number(fin).orElse(NOBODY);
        return id >= 0 && id < END && fin((int) id).equals(fin) ? (int) id : NOBODY;
    }

    private Cast() {}
}

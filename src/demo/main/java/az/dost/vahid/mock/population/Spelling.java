package az.dost.vahid.mock.population;

/** The name as a clerk misheard it: one letter after the first becomes its neighbour. */
public final class Spelling {
    private static final String RIGHT = "əıüöğşçaeiou";
    private static final String WRONG = "eiuoqsjəəıöü";

    public static String misheard(String name) {
        for (int i = 0; i < RIGHT.length(); i++) {
            int at = name.indexOf(RIGHT.charAt(i), 1);
            if (at > 0) {
                return name.substring(0, at) + WRONG.charAt(i) + name.substring(at + 1);
            }
        }
        throw new IllegalArgumentException("A name without a letter to mishear");
    }

    private Spelling() {}
}

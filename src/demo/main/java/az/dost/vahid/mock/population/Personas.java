package az.dost.vahid.mock.population;

/**
 * Invented citizens with a fixed FIN and a known story, the same in a population of every size.
 *
 * <p>Except {@link #UNKNOWN} each lives in a family of five that the registers know too; the families stand at the end
 * of the population.
 */
public enum Personas {
    /**
     * Her husband fell in the Patriotic War on 17 October 2020. A son (2012) and a daughter (2016), displaced from an
     * occupied district, in work, with a light disability; of all personas the one with the most facts.
     */
    MARTYRS_WIDOW("W1D0W01"),
    /** Wounded in the Patriotic War, disability of 81-100 % for life, waiting for a flat and a car. */
    WAR_VETERAN("VETERAN"),
    /** A displaced father of two who lost his job and is registered as unemployed. */
    DISPLACED_UNEMPLOYED("D1SPLCD"),
    /** Disabled since childhood and, being of age, under the full guardianship of his mother. */
    UNDER_GUARDIANSHIP("WARD001"),
    /** A pensioner whose address at {@code local-executive} is another than at {@code identity-register}. */
    ADDRESS_DISAGREES("ADDRESS"),
    /** Died on 9 December 2025 for {@code civil-status}; {@code pensions} does not know and pays on. */
    DEAD_AND_ALIVE("DEADAL1"),
    /** A citizen of Türkiye with a residence permit. */
    FOREIGNER("F0RE1GN"),
    /** Born on 12 October 2026. */
    NEWBORN("NEWB0RN"),
    /** A well-formed FIN that is in no register. */
    UNKNOWN("UNKN0WN");

    private final String fin;

    Personas(String fin) {
        this.fin = fin;
    }

    public String fin() {
        return fin;
    }
}

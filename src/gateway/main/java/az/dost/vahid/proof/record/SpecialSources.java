package az.dost.vahid.proof.record;

/**
 * Which sources hold facts of a special category (health, disability and the like): what they said is kept under keys
 * of its own, and shorter.
 */
public interface SpecialSources {
    /** @param source the id that stands in the answer */
    boolean holds(String source);
}

package az.dost.vahid.proof.record;

/** What is known of roots that are kept outside the database. */
public interface OutsideRoots {
    /**
     * Whether the number of a root is taken outside, or may be, since nobody could look yet. No other root is ever
     * signed under such a number: the database may have been restored to an earlier time, or rolled back.
     *
     * @param number of the root that would be signed next
     */
    boolean taken(long number);
}

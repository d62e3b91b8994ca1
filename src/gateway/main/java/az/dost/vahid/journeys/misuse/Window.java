package az.dost.vahid.journeys.misuse;

/** What one rule counts for one subject. Safe for use by several threads. */
interface Window {
    /** @param item what must differ to be counted twice, null where everything counts */
    void add(String item, long at);

    /** Whether more than are allowed lie within the window that ends now. */
    boolean exceeded(long now);
}

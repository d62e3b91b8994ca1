package az.dost.vahid.pages.web;

/** As much is under way as this node does at once: {@code vahid.pages.lookups}. */
public final class Busy extends RuntimeException {
    public Busy() {
        super("Too much is under way");
    }
}

package az.dost.vahid.pages.desk;

/** As many lookups as this node makes at once are under way: {@code vahid.pages.lookups}. */
final class TooManyLookups extends RuntimeException {
    TooManyLookups() {
        super("Too many lookups");
    }
}

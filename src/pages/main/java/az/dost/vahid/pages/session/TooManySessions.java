package az.dost.vahid.pages.session;

/** As many people are logged in as there is room for. */
final class TooManySessions extends RuntimeException {
    TooManySessions() {
        super("Too many sessions: vahid.pages.sessions");
    }
}

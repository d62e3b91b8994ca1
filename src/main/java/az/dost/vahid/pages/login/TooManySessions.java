package az.dost.vahid.pages.login;

/** As many people are logged in as this node has room for. */
final class TooManySessions extends RuntimeException {
    TooManySessions() {
        super("Too many sessions: vahid.pages.sessions");
    }
}

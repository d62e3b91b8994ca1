package az.dost.vahid.pages.gateway;

/** The session is over, or was never begun. */
public final class NotLoggedIn extends RuntimeException {
    public NotLoggedIn() {
        super("Nobody is logged in");
    }
}

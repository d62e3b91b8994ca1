package az.dost.vahid.pages.login;

/** Nobody can log in now. */
public final class IssuerAway extends RuntimeException {
    IssuerAway() {
        super("The issuer cannot be reached");
    }
}

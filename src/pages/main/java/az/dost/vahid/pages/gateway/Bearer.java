package az.dost.vahid.pages.gateway;

import java.util.Set;

/** Whose token goes with a call: that of the person whom this thread answers. */
public interface Bearer {
    /** @throws NotLoggedIn when there is nobody, or the issuer gives no new token */
    String token();

    /** What the issuer let the token stand for. @throws NotLoggedIn as above */
    Set<String> scopes();
}

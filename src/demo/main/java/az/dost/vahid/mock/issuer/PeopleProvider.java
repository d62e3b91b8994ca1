package az.dost.vahid.mock.issuer;

import java.time.Instant;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * Believes whoever says that he is one of the demonstration's people, or a citizen by the FIN: no password is asked
 * for, and none is looked at.
 */
final class PeopleProvider implements AuthenticationProvider {
    /** By it an ID token knows when somebody logged in. */
    private static final String CHOSEN = "FACTOR_CHOSEN";

    @Override
    public Authentication authenticate(Authentication chosen) {
        DemoPerson person = DemoPeople.chosen(chosen.getName())
                .orElseThrow(() -> new BadCredentialsException("Nobody of the demonstration"));
        UsernamePasswordAuthenticationToken login = UsernamePasswordAuthenticationToken.authenticated(
                person.login(),
                null,
                List.of(FactorGrantedAuthority.withAuthority(CHOSEN)
                        .issuedAt(Instant.now())
                        .build()));
        login.setDetails(chosen.getDetails());
        return login;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}

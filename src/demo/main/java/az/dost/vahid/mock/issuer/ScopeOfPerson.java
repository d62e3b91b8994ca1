package az.dost.vahid.mock.issuer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Of the scopes that a client asks for, a person's token gets those that fit the person: an official is no citizen by
 * the same token. The client learns which by the answer's {@code scope} (RFC 6749, section 3.3).
 */
final class ScopeOfPerson implements AuthenticationConverter {
    private static final Set<String> OF_PEOPLE = Set.of(DemoClients.OFFICIAL, DemoClients.CITIZEN);
    private final AuthenticationConverter asked;

    ScopeOfPerson(AuthenticationConverter asked) {
        this.asked = asked;
    }

    @Override
    public Authentication convert(HttpServletRequest request) {
        Authentication converted = asked.convert(request);
        if (!(converted instanceof OAuth2AuthorizationCodeRequestAuthenticationToken code)
                || !(code.getPrincipal() instanceof Authentication chosen)) {
            return converted;
        }
        Set<String> scopes = DemoPeople.named(chosen.getName())
                .map(person -> code.getScopes().stream()
                        .filter(scope -> !OF_PEOPLE.contains(scope) || scope.equals(person.scope()))
                        .collect(Collectors.toSet()))
                .orElse(code.getScopes());
        OAuth2AuthorizationCodeRequestAuthenticationToken fitting =
                new OAuth2AuthorizationCodeRequestAuthenticationToken(
                        code.getAuthorizationUri(),
                        code.getClientId(),
                        chosen,
                        code.getRedirectUri(),
                        code.getState(),
                        scopes,
                        code.getAdditionalParameters());
        fitting.setDetails(code.getDetails());
        return fitting;
    }
}
